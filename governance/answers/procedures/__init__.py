"""Procedures: what to do, in which order, by when, each step with the provision it comes from.

A procedure is a sequence of steps and stands here; a number or a day that Parliament could change stands in
`rules/`, as a rule or a `[[footing]]`, and is read for the day that is asked about. Every meeting of a governing body is
called in `meeting.py`, so that its notice, agenda, quorum, vote and withdrawals are told alike everywhere.

>>> import datetime
>>> confirm = removal("co_opted", first_meeting=datetime.date(2018, 9, 18)).steps[-1]
>>> confirm.not_before, confirm.citation
(datetime.date(2018, 10, 2), 'SI 2012/1034 reg 25(2)(c)')
"""

from governance.answers.procedures.alterations import change_of_category, ending_majority, new_school
from governance.answers.procedures.appointment import (
    co_option,
    foundation_appointment,
    local_authority_appointment,
    parent_appointment,
)
from governance.answers.procedures.election import parent_election, staff_election
from governance.answers.procedures.federation import discontinuance, dissolving, leaving_federation
from governance.answers.procedures.forming import forming_federation
from governance.answers.procedures.instrument import copies, disagreement, making, variation
from governance.answers.procedures.officers import OFFICES, chair_election, chair_removal, suspension
from governance.answers.procedures.partnership import partnership_appointment
from governance.answers.procedures.proceedings import committee, discontinuance_notice, meeting, name_change
from governance.answers.procedures.removal import REMOVABLE, removal
from governance.answers.procedures.source import ProcedureDateError
from governance.answers.procedures.step import Meeting, Procedure, Said, Step
from governance.answers.procedures.surplus import CAUSES, surplus

__all__ = [
    "CAUSES",
    "OFFICES",
    "REMOVABLE",
    "Meeting",
    "Procedure",
    "ProcedureDateError",
    "Said",
    "Step",
    "chair_election",
    "chair_removal",
    "change_of_category",
    "co_option",
    "committee",
    "copies",
    "disagreement",
    "discontinuance",
    "discontinuance_notice",
    "dissolving",
    "ending_majority",
    "forming_federation",
    "foundation_appointment",
    "leaving_federation",
    "local_authority_appointment",
    "making",
    "meeting",
    "name_change",
    "new_school",
    "parent_appointment",
    "parent_election",
    "partnership_appointment",
    "removal",
    "staff_election",
    "surplus",
    "suspension",
    "variation",
]
