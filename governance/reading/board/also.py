"""What is said of seats besides how many: who holds a part of them, for which school, a second total."""

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from governance.model.names import CO_OPTED_STAFF, SEATS
from governance.reading.board.blocks import Block, Total
from governance.reading.board.items import NOBODY
from governance.reading.evidence import Evidence, Remark, Unread
from governance.reading.phrases.lexer import letters, lex
from governance.reading.phrases.words import seats_in
from governance.reading.text.passages import Passage

MOST: Final = "co_opted_staff_most"
HOW_MANY: Final = "how many of the co-opted governors are to be staff was not understood"

_HELD_BY: Final = {"co_opted": "staff", "foundation": "parent"}
_CLOSE: Final = 6
_NUMBER: Final = re.compile("(?:(?P<limit>b)[T.]?)?(?P<number>N)(?:[(]N[)])?(?![|])(?=(?P<rest>[^N;.H]*))")
_BEFORE: Final = re.compile("[IK][ubDT,]{0,4}$")
_BEHIND: Final = re.compile("G?I|[ut]?V|c")
"""What ties a number to the seats before it: "of whom", "shall be", "may"."""
_CHANGES: Final = re.compile(
    r"(?:down|up|reduc\w{1,9}|increas\w{1,9}|fewer|more) by (?:one|two|three|four|five|\d)|(?:governors?|seats) from \w{1,9} to \w{1,9}"
    r"|(?:reduc|increas|cut)\w{0,9} (?:\w{1,12} ){0,5}to (?:one|two|three|four|five|six|seven|eight|nine|ten|\d)",
    re.IGNORECASE,
)


def besides(
    read: Sequence[Passage], board: Sequence[Block], schools: Sequence[str], totals: Sequence[Total]
) -> list[Evidence]:
    """Give the evidence of all of it; how many co-opted governors are staff, told twice differently, is a limit."""
    parts = [one for passage in read for one in _parts(passage)]
    staff = [one for one in parts if one.field != "seats.foundation_parent"]
    exact = {one.value for one in staff if one.field != MOST}
    if len(exact) > 1:
        staff = [Evidence(MOST, max(exact), one.words, one.where, "inferred") for one in staff]
    parents = [one for one in parts if one not in staff and one.field != MOST and "opted" not in one.field]
    return [*parents, *_by_school(board, schools), *_second(totals), *staff[:1]]


def only_changes(read: Sequence[Passage]) -> list[Remark]:
    """Say that a document tells only how the numbers change, where it does."""
    passage = next((one for one in read if _CHANGES.search(one.text)), None)
    if passage is None:
        return []
    says = "Only the changes are given, and not how many seats there are"
    return [Remark("note", says, ((passage.words, passage.where),))]


def staff_unread(read: Sequence[Passage]) -> Iterator[Unread]:
    """Find the lines that say how many co-opted governors are staff in words that were not understood."""
    for passage in read:
        found = seats_in(passage.text) if "opted" in passage.text.lower() else []
        for item, after in itertools.zip_longest(found, found[1:]):
            if item.category == "co_opted" and item.count is not None:
                rest = lex(passage.text[item.end : after.start if after else None])
                clause = itertools.takewhile(lambda one: one.letter not in ";.", rest)
                told = {one.letter if one.letter == "N" else one.value for one in clause}
                counted = told >= {"N", "staff"} and not told & (set(SEATS) - {"staff", "co_opted"})
                if counted and not any(_parts(passage)):
                    yield Unread(passage.words, passage.where, HOW_MANY, ("seats.co_opted",))


def _parts(passage: Passage) -> Iterator[Evidence]:
    """Read how many co-opted governors are staff, or may be, and how many foundation governors are eligible as parents."""
    tokens = lex(passage.text)
    form = letters(tokens)
    seats = {
        one.start for one in seats_in(passage.text) if one.category in _HELD_BY.values() and not one.doubt
    }
    labels = [n for n, letter in enumerate(form) if letter == "C"]
    for match in _NUMBER.finditer(form) if labels else ():
        number, rest = tokens[match.start("number")], tokens[slice(*match.span("rest"))]
        limit = tokens[match.start()] if match["limit"] else None
        whole = str(tokens[labels[max(0, bisect.bisect_left(labels, match.start()) - 1)]].value)
        holder = next((one for one in rest if one.value == _HELD_BY.get(whole, NOBODY)), None)
        if holder is None or number.start in seats or (limit and limit.value != "most"):
            continue  # "At least two" is neither how many there are, nor the most there may be.
        of_them = match["rest"].startswith(("C", "T") if limit else "T") and any(
            one.value == whole for one in rest[:3]
        )
        if not (
            of_them
            or _BEFORE.search(form[max(0, match.start() - _CLOSE) : match.start()])
            or _BEHIND.match(match["rest"])
        ):
            continue
        most = limit or any(one.value == "may" and one.start < holder.start for one in rest)
        field = MOST if most else f"seats.{CO_OPTED_STAFF}"
        if whole == "foundation":
            eligible = "eligible" in passage.text[number.end : holder.start] and not most
            field = "seats.foundation_parent" if eligible else ""
        if field:
            yield Evidence(field, number.value, passage.words, passage.where, "stated")


def _second(totals: Sequence[Total]) -> Iterator[Evidence]:
    """Read the total for when the head teacher is not a governor."""
    plain = {one.claim.value for one in totals if one.claim.plainly and not one.claim.notice}
    found = {one.claim.value: one for one in totals if one.claim.notice and one.claim.value + 1 in plain}
    if len(found) == 1:
        one = next(iter(found.values()))
        yield Evidence("second_total", one.claim.value, one.passage.words, one.passage.where, "stated")


def _by_school(board: Sequence[Block], schools: Sequence[str]) -> Iterator[Evidence]:
    """Read for which school of the federation some seats are."""
    for seat in board[0].seats if board else ():
        item, passage = seat.item, seat.passage
        for place, name in enumerate(schools if item.category in ("parent", "foundation") else ()):
            after = passage.words[item.end :]
            told = re.search(rf"(?:(\d{{1,3}}) (?:is|are)|^,) for {re.escape(name)}(?!\w)", after)
            if told and (count := int(told[1]) if told[1] else item.count) is not None:
                field = f"schools.{place}.seats.{item.category}"
                yield Evidence(field, count, passage.words, passage.where, "stated")
