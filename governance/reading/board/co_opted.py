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
_AFTER: Final = re.compile(rf"\W{{0,9}}(?:governors? |members? )?{_OF_THEM}", re.IGNORECASE)
_THEMSELVES: Final = re.compile(r"\W{0,9}co-?\s?opted (?:governors?|members?)", re.IGNORECASE)
_TO_BE_STAFF: Final = re.compile(
    r"\W{0,9}(?:may|can|could|might|shall|must|will|are|is|to)(?![a-z])(?:(?! by | from )[^,;.()]){0,40}(?:staff|employ|eligible)",
    re.IGNORECASE,
)
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
    for number in numbers(passage.text):
        before, after = passage.text[: number.start], passage.text[number.start :]
        stop = _ENDS.search(after, number.end - number.start)
        clause = after[: stop.start() if stop else len(after)]
        own = clause[: next((one.start for one in numbers(clause)[1:]), len(clause))]
        staff = _STAFF.search(own)
        if _THIRD.match(passage.text, number.end) or _THIRD.search(passage.text[number.start : number.end]):
            continue
        if (
            staff is None
            or _HEAD.search(own[: staff.start()])
            or not _of_the_co_opted(passage, number, before, clause)
        ):
            continue
        value = next((one.value for one in numbers(passage.text[number.start :]) if one.value), number.value)
        if (number.letter == "b" and _LEAST.match(own)) or _OR_MORE.match(passage.text, number.end):
            continue  # That many or more: neither how many there are, nor the most there may be.
        may = _MAY.search(own[: staff.end()])
        if number.letter == "b" or (may and not _MUST.search(own[: may.start()])):
            yield Evidence(MOST, value, passage.words, passage.where, "stated")
        else:
            yield Evidence(f"seats.{CO_OPTED_STAFF}", value, passage.words, passage.where, "stated")


def numbers(text: str) -> list[Token]:
    """Give the numbers of a text; one with a limit before it is of the class of limits, and begins with it."""
    tokens = lex(text)
    return [_limited(text, tokens, at) for at, one in enumerate(tokens) if one.letter == "N"]


def _limited(text: str, tokens: Sequence[Token], at: int) -> Token:
    """Give a number with the limit before it, as in "at least 2", "no more than 2" and "a maximum of 2"."""
    before = at - 2 if at > 1 and tokens[at - 1].letter == "T" else at - 1
    if before < 0 or tokens[before].letter != "b":
        return tokens[at]
    negated = _NOT.search(text[: tokens[before].start])
    return tokens[at]._replace(letter="b", start=negated.start() if negated else tokens[before].start)


def staff_unread(read: Sequence[Passage]) -> Iterator[Unread]:
    """Find the lines that say how many co-opted governors are staff in words that were not understood."""
    for passage in read:
        found = seats_in(passage.text) if "opted" in passage.text.lower() else []
        for entry, after in itertools.zip_longest(found, found[1:]):
            if entry.category != "co_opted" or entry.count is None:
                continue
            rest = passage.text[entry.end : after.start if after else len(passage.text)]
            stop = _ENDS.search(rest)
            rest = rest[: stop.start() if stop else len(rest)]
            counted = [one for one in numbers(rest) if not _THIRD.match(rest, one.end)]
            if counted and _STAFF.search(rest) and not _THIRD.search(rest) and not list(_of(passage)):
                yield Unread(passage.words, passage.where, HOW_MANY, ("seats.co_opted",))


def _of_the_co_opted(passage: Passage, number: Token, before: str, clause: str) -> bool:
    """Whether a number counts some of the co-opted governors: a word of belonging stands on one of its sides."""
    rest = passage.text[number.end :]
    words = passage.text[number.start : number.end].lower()
    belongs = bool(
        _BEFORE.search(before)
        or _AFTER.match(rest)
        or (number.letter == "b" and _THEMSELVES.match(rest))
        or _TO_BE_STAFF.match(rest)
        or re.search(r"of (?:whom|which|these|those)", words)
    )
    about = named(before) or named(clause)
    return belongs and bool(about) and about[-1 if named(before) else 0].category == "co_opted"
