"""How many of the co-opted governors are to be staff, or may be: a part of their seats that the document states.

"5 co-opted governors, of whom 2 shall be members of staff" states a number, "one of whom may be a member of staff" a
limit. A number is part of the seats before it only where a word of belonging ties it to them.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from governance.model.names import CO_OPTED_STAFF
from governance.reading.evidence import Evidence, Unread
from governance.reading.phrases.lexer import Token, lex
from governance.reading.phrases.words import named, seats_in
from governance.reading.text.passages import Passage

MOST: Final = "co_opted_staff_most"
HOW_MANY: Final = "how many of the co-opted governors are to be staff was not understood"

_STAFF: Final = re.compile(
    r"(?<![a-z])(?:staff(?! governor)|employ(?:ed|ees?)|teachers?|works? (?:at|in|for)|paid to work|eligible (?:to|for)[^,;.]{0,60}staff)(?![a-z])",
    re.IGNORECASE,
)
_OF_THEM: Final = r"(?:of|among|amongst|from) (?:whom|which|them|these|those|the(?:se)? (?:\w+ )?co-?\s?opted(?: governors?| members?)?)"
_BEHIND: Final = re.compile(
    rf"\W{{0,9}}(?:(?:governors? |members? )?{_OF_THEM}"
    r"|(?:may|can|could|might|shall|must|will|are|is|to)(?![a-z])(?:(?! by | from )[^,;.()]){0,40}(?:staff|employ|eligible))",
    re.IGNORECASE,
)
"""What follows a number of those before it: "of whom", "shall be members of staff"."""
_THEMSELVES: Final = re.compile(r"\W{0,9}co-?\s?opted (?:governors?|members?)", re.IGNORECASE)
_BEFORE: Final = re.compile(
    rf"(?:{_OF_THEM}|(?<![a-z])includ(?:ing|es?)|inclusive of|comprising|being)[\s,]{{0,9}}(?:(?:of whom|not more than|no more than|at most|up to|at least|a maximum of|the)\s{{1,3}}){{0,4}}$",
    re.IGNORECASE,
)
_MAY: Final = re.compile(
    r"(?<![a-z])(?:may|can|could|might|eligible|permitted|allowed)(?![a-z])", re.IGNORECASE
)
_MUST: Final = re.compile(r"(?<![a-z])(?:shall|must|will|are|is|being|be|includ\w+)(?![a-z])", re.IGNORECASE)
_ENDS: Final = re.compile(r"[;.](?:\s|$)")
_LEAST: Final = re.compile(
    r"at least|not? (?:less|fewer) than|min(?:imum)?(?![a-z])|(?:more|less|fewer) than", re.IGNORECASE
)
_NOT: Final = re.compile(r"(?<![a-z])not? $", re.IGNORECASE)
_OR_MORE: Final = re.compile(r" or (?:more|over)(?![a-z])", re.IGNORECASE)
_THIRD: Final = re.compile(r"[\s-]{0,9}(?:third|3rd|\d{1,3}\s?/)", re.IGNORECASE)
_HEAD: Final = re.compile(r"(?<![a-z])head", re.IGNORECASE)


def co_opted_staff(read: Sequence[Passage]) -> list[Evidence]:
    """Read how many of the co-opted governors are staff, or the most that may be; one that is stated twice differently is a limit."""
    found = [one for passage in read if "opted" in passage.text.lower() for one in _of(passage)]
    exact = {one.value for one in found if one.field != MOST}
    if len(exact) > 1:
        found = [Evidence(MOST, max(exact), one.words, one.where, "inferred") for one in found]
    return found[:1]


def _of(passage: Passage) -> Iterator[Evidence]:
    text = passage.text
    for number in _numbers(text):
        clause = _clause(text[number.start :], number.end - number.start)
        later = _numbers(clause)[1:]
        own = clause[: later[0].start if later else len(clause)]
        staff = _STAFF.search(own)
        share = _THIRD.match(text, number.end) or _THIRD.search(text[number.start : number.end])
        if staff is None or share or _HEAD.search(own[: staff.start()]):
            continue
        if (number.letter == "b" and _LEAST.match(own)) or _OR_MORE.match(text, number.end):
            continue  # That many or more: neither how many there are, nor the most there may be.
        if _of_the_co_opted(text, number, clause):
            may = _MAY.search(own[: staff.end()])
            limit = number.letter == "b" or (may and not _MUST.search(own[: may.start()]))
            field = MOST if limit else f"seats.{CO_OPTED_STAFF}"
            yield Evidence(field, number.value, passage.words, passage.where, "stated")


def _clause(text: str, beyond: int = 0) -> str:
    """Give a text to the end of its clause, which lies beyond some place."""
    stop = _ENDS.search(text, beyond)
    return text[: stop.start() if stop else len(text)]


def _numbers(text: str) -> list[Token]:
    """Give the numbers of a text; one with a limit before it, as "no more than 2", is of the class of limits, and begins with it."""
    tokens = lex(text)
    found = []
    for at, one in enumerate(tokens):
        before = tokens[at - 2] if at > 1 and tokens[at - 1].letter == "T" else tokens[at - 1] if at else one
        if one.letter == "N" and before.letter == "b":
            negated = _NOT.search(text[: before.start])
            found.append(one._replace(letter="b", start=negated.start() if negated else before.start))
        elif one.letter == "N":
            found.append(one)
    return found


def staff_unread(read: Sequence[Passage]) -> Iterator[Unread]:
    """Find the lines that say how many co-opted governors are staff in words that were not understood."""
    for passage in read:
        found = seats_in(passage.text) if "opted" in passage.text.lower() else []
        for entry, after in itertools.zip_longest(found, found[1:]):
            if entry.category == "co_opted" and entry.count is not None:
                rest = _clause(passage.text[entry.end : after.start if after else len(passage.text)])
                counted = _numbers(rest) and _STAFF.search(rest) and not _THIRD.search(rest)
                if counted and not list(_of(passage)):
                    yield Unread(passage.words, passage.where, HOW_MANY, ("seats.co_opted",))


def _of_the_co_opted(text: str, number: Token, clause: str) -> bool:
    """Whether a number counts some of the co-opted governors: a word of belonging stands on one of its sides."""
    before, rest = text[: number.start], text[number.end :]
    themselves = number.letter == "b" and _THEMSELVES.match(rest)
    ahead, behind = named(before), named(clause)
    about = ahead[-1:] or behind[:1]
    belongs = _BEFORE.search(before) or _BEHIND.match(rest) or themselves
    return bool(belongs and about and about[0].category == "co_opted")
