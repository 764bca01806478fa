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
from governance.model.recognise import AS_PROPOSAL, TABLES, is_proposal

_MOST_SHOWN: Final = 60
_KEY: Final = r"[A-Za-z0-9_.\"'-]+"
_CURLY: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_UNPADDED: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")


def slip(text: str, source: str, error: TOMLDecodeError) -> Problem:
    """Say what is wrong with text that is not TOML, at its line, and what to write."""
    message, _, place = str(error).rpartition(" (at line ")
    if not is_proposal(text):
        what = "is not a proposal: it is not TOML, and has no [school] and [seats]"
        return Problem(source, "", what, AS_PROPOSAL.format(source))
    if not message:
        return Problem(source, "", f"is not TOML: {error}", _unclosed(str(error)))
    number = int(place.split(",")[0])
    line = (text.splitlines() or [""])[:number][-1].strip()
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
        yield f"`{key or line}` stands twice", "Keep one of the two"
    if not equals:
        if colon := re.fullmatch(rf"({_KEY})[ \t]*:[ \t]*(.*)", line):
            yield "a key has = behind it, and not a colon", f"Write {colon[1]} = {colon[2]}"
        if line.lower() in TABLES:
            yield "a table stands in brackets", f"Write [{line.lower()}]"
        yield "is neither [a table], nor key = value, nor # a comment", "Put # before it, or take it out"
        return
    if not re.fullmatch(_KEY, key) and not key.startswith(('"', "'")):
        one = re.sub(r"\W+", "_", key.lower()).strip("_").removesuffix("_governors").removesuffix("_governor")
        known = one if one in SEATS else next((seat for seat in SEATS if seat == f"{one}s" or f"{seat}s" == one), one)
        yield "a key is one word", f"Write {known} = {value}"
    if value.translate(_CURLY) != value and not value.startswith(('"', "'")):
        yield "has curly quotation marks", f"Write straight ones: {key} = {value.translate(_CURLY)}"
    if day := _DAY_FIRST.fullmatch(value):
        yield "is not a day as TOML has it", _day(key, day[3], day[2], day[1])
    if day := _UNPADDED.fullmatch(value):
        yield "is not a day as TOML has it", _day(key, day[1], day[2], day[3])
    if not value:
        yield "has no value", f"Write it behind the =, or put # before {key}"
    if key.rpartition(".")[2] in (*SEATS, "total", "number") and value.isalpha():
        yield "is not a number", f'Write it in figures, such as {key} = 2, or "unknown"'
    if value[:1] not in "\"'[{" and not re.fullmatch(r"[\d.:+-]+", value):
        yield "text has no quotation marks", f'Write {key} = "{value.strip(chr(34))}"'


def _day(key: str, year: str, month: str, day: str) -> str:
    try:
        written = datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return "There is no such day in the calendar: write year-month-day, such as 2018-09-18"
    return f"Write year-month-day: {key} = {written}"
