"""Procedures: what to do, in which order, by when, each step with the provision it comes from.

A procedure is a sequence of steps and stands here; a number or a day that Parliament could change stands in
`rules/`, as a rule or a `[[footing]]`, and is read for the day that is asked about.

>>> import datetime
>>> confirm = removal("co_opted", first_meeting=datetime.date(2018, 9, 18)).steps[-1]
>>> confirm.not_before, confirm.citation
(datetime.date(2018, 10, 2), 'SI 2012/1034 reg 25(2)(c)')
"""

from governance.answers.procedures.alterations import change_of_category, ending_majority, new_school
from governance.answers.procedures.appointment import parent_appointment
from governance.answers.procedures.federation import discontinuance, dissolving, leaving_federation
from governance.answers.procedures.instrument import copies, disagreement, making, variation
from governance.answers.procedures.removal import REMOVABLE, removal
from governance.answers.procedures.source import ProcedureDateError
from governance.answers.procedures.step import Procedure, Step
from governance.answers.procedures.surplus import CAUSES, surplus

__all__ = [
    "CAUSES",
    "REMOVABLE",
    "Procedure",
    "ProcedureDateError",
    "Step",
    "change_of_category",
    "copies",
    "disagreement",
    "discontinuance",
    "dissolving",
    "ending_majority",
    "leaving_federation",
    "making",
    "new_school",
    "parent_appointment",
    "removal",
    "surplus",
    "variation",
]
