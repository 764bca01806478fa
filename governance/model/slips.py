"""The slips of somebody who types a proposal twice a year: a line with one meaning is mended, any other is told.

The parser says "Invalid value". Where a line can only be meant one way it is read so, and that is said; where not, this
looks at the line and says which of the usual slips it is.
"""

import datetime
import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final

from governance.errors import Problem, ProposalError
from governance.model.meaning import day
from governance.model.recognise import TABLES, as_proposal, is_proposal
from governance.model.toml_writer import toml_key, toml_value

_MOST_SHOWN: Final = 60
_LONGEST: Final = 2_000
"""A longer line is looked at so far, and not mended."""
_MOST_MENDED: Final = 200
_MOST_PARSED: Final = 2_000_000
"""So many lines are mended, and so many characters parsed for it, before the file is given back."""

_KEY: Final = r"[A-Za-z0-9_.\"'-]+"
_STATEMENT: Final = re.compile(r"\A([^=:\[\]{}#.]{1,60}?)\s*[=:]\s*(.+?)((?<!\s)\s+#.*)?")
_OPENING, _CLOSING = "“”„‟‘’\"'", "“”‟‘’\"'"
_STRAIGHT: Final = str.maketrans(dict.fromkeys("“”„‟", '"'))
_SPACES: Final = str.maketrans(dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\ufeff", " "))
_OF_A_STATEMENT: Final = (
    "Invalid statement",
    "Invalid value",
    "Invalid date",
    "Invalid initial character for a key",
    "Expected '=' after a key",
    "Expected newline or end of document after a statement",
)
"""What the parser says of a line that stands by itself, and never of one within a text or a list."""

_IN_NUMBERS: Final = r"\d{1,4}[/. -]\d{1,2}[/. -]\d{1,4}"


def mended(text: str, source: str) -> tuple[dict[str, Any], str, tuple[str, ...]]:
    """Read TOML whose faulty lines have one meaning, and give it as it was read, with each of those lines.

    Raises ProposalError with what is wrong with the first line that has not.
    """
    lines = text.split("\n")
    notes: list[str] = []
    left = min(_MOST_MENDED, _MOST_PARSED // max(len(text), 1))
    while True:
        whole = "\n".join(lines)
        try:
            return tomllib.loads(whole), whole, tuple(notes)
        except tomllib.TOMLDecodeError as error:
            message, _, place = str(error).rpartition(" (at line ")
            number = int(place.split(",")[0]) if message else 0
            better = _mend(lines[number - 1]) if message.startswith(_OF_A_STATEMENT) else None
            if better is None or left <= 0 or not is_proposal(text):
                raise ProposalError((slip(whole, source, error),)) from None
        lines[number - 1], left = better, left - 1
        notes.append(f"Line {number} is read as {better.strip()}")


def _mend(line: str) -> str | None:
    """Write a line as TOML has it, where it can only be meant so.

    >>> _mend("parent governors: two"), _mend("effective_on = 11/01/2027  # agreed"), _mend("Seats")
    ('"parent governors" = "two"', 'effective_on = "11/01/2027"  # agreed', '[seats]')
    >>> _mend("about two parents"), _mend('name = "Oak'), _mend("parent = 2, staff = 1")
    (None, None, None)
    """
    if len(line) > _LONGEST:
        return None
    if (spaced := line.translate(_SPACES)) != line:
        return spaced
    if (table := line.strip().rstrip(":").lower()) in TABLES:
        return f"[{table}]"
    found = _STATEMENT.fullmatch(line.strip())
    if not found:
        return None
    key, value, comment = found[1].strip(_OPENING), found[2], found[3] or ""
    written = _value(value)
    better = f"{toml_key(key)} = {written}{comment}"
    return better if written and key and better != line.strip() else None


def _value(value: str) -> str | None:
    """Write a value as TOML has it: as it stands where it is one, else as text; None where its end cannot be told."""
    try:
        tomllib.loads(f"value = {value}")
    except ValueError:
        pass
    else:
        return value
    if value.startswith(("[", "{")):
        straight = value.translate(_STRAIGHT)
        return straight if straight != value else None
    if value[0] in _OPENING:
        curly = len(value) > 1 and value[-1] in _CLOSING and (value[0] in "“”„‟‘’" or value[-1] in "“”‟‘’")
        return toml_value(value[1:-1]) if curly and '"' not in value[1:-1] else None
    return None if re.search(r"[=\"“”]", value) else toml_value(value)


def slip(text: str, source: str, error: tomllib.TOMLDecodeError) -> Problem:
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
    for what, remedy in _slips(line[:_LONGEST], message):
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
        yield "is neither [a table], nor key = value, nor # a comment", "Put # before it, or take it out"
        return
    for found in re.finditer(rf"({_KEY})[ \t]*=[ \t]*([^,\]}}=\"']{{1,40}}?)[ \t]*(?=[,\]}}]|$)", line):
        if not _in_the_calendar(found[2]) and (day(found[2]) or re.fullmatch(_IN_NUMBERS, found[2])):
            yield "is not a day as TOML has it", day_hint(found[2], found[1])
    if not value:
        yield "has no value", f"Write it behind the =, or put # before {key}"
    if "=" in value and value[:1] not in "\"'[{":
        yield "has two values", "Write each on a line of its own"
    if value.translate(_STRAIGHT) != value:
        yield "has curly quotation marks", f"Write straight ones: {key} = {value.translate(_STRAIGHT)}"
    if value[:1] not in "\"'[{":
        yield "text has no quotation marks", f'Write {key} = "{value.strip(chr(34))}"'


def _in_the_calendar(said: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(said))
    except ValueError:
        return False


def day_hint(value: str, key: str) -> str:
    """Say how a day is written, and this one where it can be told.

    >>> day_hint("11 January 2027", "made_on")
    'Write year-month-day: made_on = 2027-01-11'
    """
    usual = "Write year-month-day: 2018-09-18"
    said = " ".join(value.split())[:_MOST_SHOWN]
    if found := day(said):
        return f"Write year-month-day: {key} = {found}"
    if re.fullmatch(r"(?:[A-Za-z]{3,9}\.?,? |\d{1,2}[/.-])\d{4}", said):
        return f"Say which day of {said} it is. {usual}"
    if re.fullmatch(r"\d{1,2}([/.-])\d{1,2}\1\d\d", said):
        return f"Write the year in full. {usual}"
    if re.fullmatch(_IN_NUMBERS, said):
        return f"There is no such day: in numbers the day comes before the month. {usual}"
    return usual
