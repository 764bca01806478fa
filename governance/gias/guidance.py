"""How a school mends its record in GIAS, by the Department's own governance guidance (as of 19 August 2026).

Each way has its paragraph. The words are ours. Only the school can do any of it: an authority has no access.
"""

from typing import Final

import attrs


@attrs.frozen
class Way:
    """One way to mend a record: its name for a program, what to do, and the paragraph of the guidance."""

    name: str
    how: str
    para: str


ADD: Final = Way("add", "On the governance tab choose the role, and add the person.", "4.1")
CHANGE: Final = Way("change", "Choose Edit below the record, change it and save.", "4.2")
NEW_TERM: Final = Way(
    "new term",
    "A further term is a record of its own: add one, with a blank GID in the workbook. Do not extend the record of the term before.",
    "1, 4.2",
)
REPLACE: Final = Way(
    "replace",
    "Choose Replace below the chair's record: the record of the chair before is archived by that.",
    "4.3",
)
LEFT: Final = Way("left", "Choose Edit person, and enter the day of leaving as the end of the term.", "4.4")
COMPLETED: Final = Way(
    "completed", "Choose Remove person, and then that the person has completed the term of office.", "4.5"
)
MISTAKE: Final = Way(
    "mistake", "Choose Remove person. It is for records made in error, and nothing brings one back.", "4.5"
)
ASK: Final = Way("ask", "Look it up in the minutes, or ask the clerk. Then mend the side that is wrong.", "")

SOURCE: Final = "GIAS governance guidance"
ACCESS: Final = (
    "Only the school can change its record: authorities and support services have no access (guidance 2)."
)
