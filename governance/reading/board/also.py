"""What a document says of its seats besides how many there are: whose they are, a limit on staff, a second total."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from governance.reading.board.blocks import Block, Total
from governance.reading.board.co_opted import co_opted_staff
from governance.reading.evidence import Evidence, Remark
from governance.reading.phrases.lexer import letters, lex
from governance.reading.text.passages import Passage

_ELIGIBLE: Final = re.compile("N[^.;N]{1,24}C")
_CHANGES: Final = re.compile(
    r"(?:down|up|reduc\w{1,9}|increas\w{1,9}|fewer|more) by (?:one|two|three|four|five|\d)|(?:governors?|seats) from \w{1,9} to \w{1,9}"
    r"|(?:reduc|increas|cut)\w{0,9} (?:\w{1,12} ){0,5}to (?:one|two|three|four|five|six|seven|eight|nine|ten|\d)",
    re.IGNORECASE,
)


def besides(
    read: Sequence[Passage], board: Sequence[Block], schools: Sequence[str], totals: Sequence[Total]
) -> list[Evidence]:
    """Give the evidence of all of it."""
    return [*_parts(read), *_by_school(board, schools), *_second(totals), *co_opted_staff(read)]


def only_changes(read: Sequence[Passage]) -> list[Remark]:
    """Say that a document tells only how the numbers change, where it does."""
    passage = next((one for one in read if _CHANGES.search(one.text)), None)
    if passage is None:
        return []
    says = "Only the changes are given, and not how many seats there are"
    return [Remark("note", says, ((passage.words, passage.where),))]


def _second(totals: Sequence[Total]) -> Iterator[Evidence]:
    """Read the total for when the head teacher is not a governor."""
    plain = {one.claim.value for one in totals if one.claim.plainly and not one.claim.notice}
    found = {one.claim.value: one for one in totals if one.claim.notice and one.claim.value + 1 in plain}
    if len(found) == 1:
        one = next(iter(found.values()))
        yield Evidence("second_total", one.claim.value, one.passage.words, one.passage.where, "stated")


def _parts(read: Sequence[Passage]) -> Iterator[Evidence]:
    """Read how many foundation governors are eligible as parents."""
    for one in read:
        if "eligible" in one.text and "foundation" in one.text.lower() and "opted" not in one.text:
            tokens = lex(one.text)
            for match in _ELIGIBLE.finditer(letters(tokens)):
                first, last = tokens[match.start()], tokens[match.end() - 1]
                if last.value == "parent" and "eligible" in one.text[first.end : last.start]:
                    yield Evidence("seats.foundation_parent", first.value, one.words, one.where, "stated")
                    break


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
