"""What is wrong with a line that is not TOML, said to somebody who types one twice a year.

The parser says "Invalid value"; this looks at the line and says which of the usual slips it is.
"""

import datetime
import re
from collections.abc import Iterator
from tomllib import TOMLDecodeError
from typing import Final

from governance.errors import Problem
from governance.model.names import SEATS
from governance.model.recognise import TABLES, as_proposal, is_proposal

_MOST_SHOWN: Final = 60
_KEY: Final = r"[A-Za-z0-9_.\"'-]+"
_CURLY: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LIKE_A_DAY: Final = re.compile(
    r"(?P<day>\d{1,2})[/. -](?P<month>\d{1,2})[/. -](?P<year>\d{4})|(?P<y>\d{4})[/.-](?P<m>\d{1,2})[/.-](?P<d>\d{1,2})"
    r"|(?P<dd>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<name>[A-Za-z]{3,9})\.?,? (?P<yyyy>\d{4})"
)


def slip(text: str, source: str, error: TOMLDecodeError) -> Problem:
    """Say what is wrong with text that is not TOML, at its line, and what to write."""
    message, _, place = str(error).rpartition(" (at line ")
    if not is_proposal(text):
        what = "is not a proposal: it is not TOML, and has no [school] and [seats]"
        return Problem(source, "", what, as_proposal(source))
    if not message:
        return Problem(source, "", f"is not TOML: {error}", _unclosed(str(error)))
    number = int(place.split(",")[0])
    line = text.split("\n")[:number][-1].strip()
    shown = line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}..."
    for what, remedy in _slips(line, message):
        return Problem(f"{source}:{number}", "", f"{what}: {shown}", remedy)
    return Problem(f"{source}:{number}", "", f"is not TOML: {message}: {shown}", "Mend that line")


def _unclosed(message: str) -> str:
    return "Close the quotation mark or bracket that is left open" if "Unterminated" in message else "Mend it"


def _slips(line: str, message: str) -> Iterator[tuple[str, str]]:
    """Look for each usual slip in turn; the first that fits is told."""
    key, equals, value = (part.strip() for part in line.partition("="))
    if "overwrite" in message or "twice" in message or "redefine" in message.lower():
        yield "stands twice", "Keep one of the two"
    if not equals:
        if colon := re.fullmatch(rf"({_KEY})[ \t]*:[ \t]*(.*)", line):
            yield "a key has = behind it, and not a colon", f"Write {colon[1]} = {colon[2]}"
        if line.lower() in TABLES:
            yield "a table stands in brackets", f"Write [{line.lower()}]"
        yield "is neither [a table], nor key = value, nor # a comment", "Put # before it, or take it out"
        return
    if not re.fullmatch(_KEY, key) and not key.startswith(('"', "'")):
        one = re.sub(r"\W+", "_", key.lower()).strip("_")
        known = (seat for seat in SEATS if re.fullmatch(rf"{seat}s?(?:_governors?)?", one))
        yield "a key is one word", f"Write {next(known, one)} = {value}"
    if value.translate(_CURLY) != value and not value.startswith(('"', "'")):
        yield "has curly quotation marks", f"Write straight ones: {key} = {value.translate(_CURLY)}"
    for day in re.finditer(rf"({_KEY})[ \t]*=[ \t]*({_LIKE_A_DAY.pattern})[ \t]*(?=[,\]}}]|$)", line):
        if not _in_the_calendar(day[2]):
            yield "is not a day as TOML has it", day_hint(day[2], day[1])
    if not value:
        yield "has no value", f"Write it behind the =, or put # before {key}"
    if key.rpartition(".")[2] in (*SEATS, "total", "number") and value.isalpha():
        yield "is not a number", f'Write it in figures, such as {key} = 2, or "unknown"'
    if (counted := re.match(r"(\d+)\s+(\w+)", value)) and counted[2].rstrip("s") not in ("year", "month"):
        yield "is more than a number", f"Write the number alone: {key} = {counted[1]}"
    if value[:1] not in "\"'[{" and not re.fullmatch(r"[\d.:+-]+", value):
        yield "text has no quotation marks", f'Write {key} = "{value.strip(chr(34))}"'


def _in_the_calendar(day: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(day))
    except ValueError:
        return False


def day_hint(value: str, key: str) -> str:
    """Say how a day is written, and this one where it can be told; in numbers the day comes before the month.

    >>> day_hint("11 January 2027", "made_on")
    'Write year-month-day: made_on = 2027-01-11'
    """
    usual = "Write year-month-day: 2018-09-18"
    found = _LIKE_A_DAY.fullmatch(" ".join(value.split()))
    if not found:
        return usual
    year, day = found["year"] or found["y"] or found["yyyy"], found["day"] or found["d"] or found["dd"]
    try:
        month = found["month"] or found["m"] or _MONTHS.index(found["name"][:3].lower()) + 1
        written = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return f"There is no such day in the calendar. {usual}"
    return f"Write year-month-day: {key} = {written}"
