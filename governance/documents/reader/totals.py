"""The total number of governors, where a document states it, and a second total for when the head teacher opts out."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.documents.reader.counting import IS, NOT_A_TOTAL, OPTS_OUT, PEOPLE, TOTALS, WHO
from governance.documents.reader.entries import entries
from governance.documents.reader.labels import labels
from governance.documents.reader.numbers import Number, numbers, value_of
from governance.documents.reader.passages import Passage, Role, Sentence
from governance.documents.reader.tables import Row, columns, sideways, table_rows

MOST_NUMBERS: Final = 60
"""The most numbers a sentence about a governing body may have; one that has more is something else."""

_LEAD: Final = re.compile(
    rf"(?<![a-z])(?:{'|'.join(TOTALS)})\s*(?:\([^()]{{0,80}}\)\s*)?(?:(?:{'|'.join(sorted(IS, key=len, reverse=True))})(?![a-z])|(?<=\s)x(?=\s)|[\s:;=\-.,*…_|(])*$",
    re.IGNORECASE,
)
_TRAIL: Final = re.compile(
    rf"\s*-?(?:{WHO}\s*)?(?:of us )?(?:strong(?![a-z])|in number(?![a-z])|all told(?![a-z])|(?:in total|total|in all|altogether|overall)(?![a-z])(?!\s*(?:number|{WHO}|:)))",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(
    rf"\s*(?:{'|'.join(sorted(PEOPLE, key=len, reverse=True))})(?![a-z'])(?!\s*(?:of staff|of the staff|from|elected|appointed|nominated|who|were|was|have|attend|vot|change|to be|representing))",
    re.IGNORECASE,
)
_BEFORE_PEOPLE: Final = re.compile(
    r"(?:^|[-:(,;.\"]|(?<![a-z])(?:has|have|having|of|with|are|is|be|comprises?|comprising|contains?|for|to|a|there are|currently|board|body|constitution|membership|now|the))\s*$",
    re.IGNORECASE,
)
_SIZE: Final = re.compile(
    r"(?<![a-z])(?:(?:governing (?:body|board)|management committee|board|body|membership)(?: of governors)?,? (?:of|with)"
    r"|(?:there are|we are|we have|are) now|(?:in|under) [a-z]{3} .{0,60}? with|currently|at present|presently|governors|membership|body|board)\s*[:-]?\s*$",
    re.IGNORECASE,
)
_THEN_LIST: Final = re.compile(
    r"\s*(?:(?:governors|members|places|people|of us),?\s*)?(?:[,(]?\s*(?:comprising|consisting of|made up of|made up as follows|being|namely|as follows|agreed)|[:(-]|,(?=\s*\d))",
    re.IGNORECASE,
)
_BODY_OF: Final = re.compile(
    r"(?<![a-z])(?:governing (?:body|board)|board of governors|management committee|board|body)(?: of governors)? (?:of|numbering)\s+(?:about |just |only )?$",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = re.compile(
    r"(?<![a-z])(?:governing (?:body|board)|board of governors|management committee|membership|governors|constitution)\s*\(\s*$",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(
    r"\s*(?:governors|members|seats|places|people|in all|in total)?\s*\)", re.IGNORECASE
)
_OTHERS: Final = re.compile(
    r"(?<![a-z])(?:other|remaining|rest|first|last)\s*(?:are|is|of)?\s*$", re.IGNORECASE
)
_ALONE: Final = re.compile(r"\s*(?:\(\s*\w+\s*\)|=\s*\w+)\W*")
_SMALLEST: Final = 5
_OF_THE_BODY: Final = re.compile(
    r"govern|board|body|member|committee|size|seats|places|of us|instrument|constitution|composition|people",
    re.IGNORECASE,
)
_SUMS_UP: Final = re.compile(
    r"(?<![a-z])(?:that(?:'s| is| makes| gives)|which makes|making|makes|so|giving)(?: us)?\s*$",
    re.IGNORECASE,
)
_SUMMED: Final = re.compile(
    r"\s*(?:$|[.,;)!]|(?:governors|members|people|seats|places|of us)(?![a-z]))", re.IGNORECASE
)
_FROM_TO: Final = re.compile(
    r"(?<![a-z])(?:(?:come|go|move|reduce[ds]?|shrink|cut|grow|increase[ds]?|went|came|size|board|body|membership|governors|members|places|seats|numbers?)"
    r"(?: (?:down|up|back|the board|of governors|in size|governors|is to change))* from)\s+(?P<old>\w+) to (?P<new>\w+)(?= governors| members|[\s,.;:)]|$)",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(r"how many (?:governors|members)[a-z ]{0,40}\?\s*$", re.IGNORECASE)
_OPTS_OUT: Final = re.compile("|".join(OPTS_OUT), re.IGNORECASE)
_IT_IS: Final = re.compile(
    r"(?<![a-z])(?:when|then|and) it (?:is|will be|shall be|would be)\s*$", re.IGNORECASE
)
_NOT_A_TOTAL: Final = re.compile("|".join(NOT_A_TOTAL), re.IGNORECASE)
_PAIR: Final = re.compile(r"(\d{1,2})\s?/\s?(\d{1,2})(?!\s?[/\d])")
_ROW: Final = re.compile(
    r"(?:(?:grand |overall |whole )?totals?|overall|altogether|in all|sum|size|all (?:the )?(?:governors|members)|(?:whole |full )?(?:governing )?(?:body|board))(?![a-z])",
    re.IGNORECASE,
)
_FEWEST: Final = 3
_BESIDE: Final = 60
_NEAR: Final = 130
_FAR: Final = 1_000


@attrs.frozen
class Total:
    """A total that a passage gives. `plainly` says that the word total, or the like, stands with it.

    `if_it_fits` says that it is a number that nothing calls a total: only where the seats add up to it is it one.
    """

    value: int
    passage: Passage
    role: Role = ""
    plainly: bool = True
    without_head: bool = False
    if_it_fits: bool = False


def totals(read: Sequence[Passage]) -> list[Total]:
    """Find every total, in order."""
    rows = dict(_of_tables(read))
    found: list[Total] = []
    asked = False
    for passage in read:
        if passage.number in rows:
            found += rows[passage.number]
        elif asked and (answer := _answer(passage)) is not None:
            found.append(Total(answer, passage, passage.role))
        elif (value := _beneath(passage)) is not None:
            found.append(Total(value, passage, passage.role))
        else:
            found += _of(passage)
        asked = bool(_ASKED.search(passage.text))
    return found


def _answer(passage: Passage) -> int | None:
    """Read the number that answers how many governors there are."""
    begins = passage.text[: passage.sentences()[0].start + _NEAR].split(".")[0].split(",")[0]
    return value_of(re.sub(r"(?<![a-z])(?:governors|members)(?![a-z])", "", begins, flags=re.IGNORECASE))


def _beneath(passage: Passage) -> int | None:
    """Read a number that stands alone below "Total number of governors:"."""
    if not passage.first or not passage.under or not _LEAD.search(passage.context):
        return None
    if labels(passage.context):
        return None
    return value_of(
        re.sub(r"(?<![a-z])(?:governors|members)(?![a-z])", "", passage.text, flags=re.IGNORECASE)
    )


def _of(passage: Passage) -> Iterator[Total]:
    for sentence in passage.sentences():
        if not re.search(r"\d|[a-z]{3}", sentence.text):
            continue
        taken = [(one.start, one.end) for one in entries(sentence.text)]
        for pair in _PAIR.finditer(sentence.text):
            if _LEAD.search(sentence.text[max(0, pair.start() - _NEAR) : pair.start()]):
                yield Total(int(pair[1]), passage, sentence.role)
                yield Total(int(pair[2]), passage, sentence.role)
        yield from _changed(passage, sentence)
        counted = numbers(sentence.text)
        for number in counted if len(counted) <= MOST_NUMBERS else ():
            if number.kind != "count" or any(a <= number.start < b for a, b in taken):
                continue
            plainly = _gives_total(sentence.text, number)
            at = sentence.start + number.start
            before = passage.text[max(0, at - _FAR) : at]
            if plainly is None and _OPTS_OUT.search(before) and _IT_IS.search(before):
                plainly = True
            if plainly is None:
                if number.value >= _SMALLEST and _may_fit(sentence.text, number):
                    yield Total(number.value, passage, sentence.role, plainly=False, if_it_fits=True)
                continue
            yield Total(
                number.value,
                passage,
                sentence.role,
                plainly=plainly,
                without_head=_without_head(before, plainly=plainly),
            )


def leads_to_total(passage: Passage, place: int) -> bool:
    """Whether the words before a place in a passage call what stands there the total."""
    return bool(_LEAD.search(passage.text[max(0, place - _NEAR) : place])) and bool(
        _OF_THE_BODY.search(f"{passage.context} {passage.text}")
    )


def _may_fit(text: str, number: Number) -> bool:
    """Whether a number may be the total where the seats add up to it: it stands in a sentence about the board."""
    beside = text[max(0, number.start - _BESIDE) : number.end + _BESIDE]
    if _OTHERS.search(text[: number.start]):
        return False
    if _ALONE.fullmatch(text):
        return True
    return bool(_OF_THE_BODY.search(text)) and not _NOT_A_TOTAL.search(beside)


def _changed(passage: Passage, sentence: Sentence) -> Iterator[Total]:
    """Read the new total of "from 14 to 12", where it is not of one category."""
    for match in _FROM_TO.finditer(sentence.text):
        old, new = value_of(match["old"]), value_of(match["new"])
        named = labels(sentence.text[max(0, match.start("old") - _BESIDE) : match.start("old")])
        if old is None or new is None or named:
            continue
        yield Total(new, passage, "proposed", plainly=False)


def _without_head(before: str, *, plainly: bool) -> bool:
    """Whether the words before a total make it the one for when the head teacher is not a governor."""
    return plainly and bool(_OPTS_OUT.search(before))


def _gives_total(text: str, number: Number) -> bool | None:
    """Tell whether a number is a total: True where it says so, False where it only counts governors, else None."""
    before, after = text[max(0, number.start - _NEAR) : number.start], text[number.end : number.end + _NEAR]
    if _LEAD.search(before) or (before.rstrip().endswith("=") and len(entries(text)) >= _FEWEST):
        return True
    if _TRAIL.match(after):
        return True
    if _SUMS_UP.search(before) and _SUMMED.match(after):
        return False
    follows = text[number.end :]
    if (
        _SIZE.search(before)
        and _THEN_LIST.match(after)
        and (len(entries(follows)) >= _FEWEST or follows.rstrip().endswith(":"))
    ):
        return False
    named = labels(text[number.start : number.end + _NEAR])
    if named and named[0].start <= number.end - number.start + 1:
        return None
    of_the_body = _BODY_OF.search(before) or (_IN_BRACKETS.search(before) and _CLOSED.match(after))
    if of_the_body and number.value >= _SMALLEST and not _NOT_A_TOTAL.search(before[-_BESIDE:]):
        return False
    if _NOT_A_TOTAL.search(text) or not _PEOPLE.match(after) or not _BEFORE_PEOPLE.search(before):
        return None
    return False


def _paired(row: Row) -> int | None:
    """Read the total of a row that holds a category and its number besides."""
    if not any(labels(cell) for cell in row.cells):
        return None
    return next(
        (
            value_of(after)
            for cell, after in itertools.pairwise(row.cells)
            if _ROW.match(cell) and not labels(cell)
        ),
        None,
    )


def _beneath_heading(heads: Sequence[str], row: Row) -> int | None:
    """Read the total of a row whose categories, and the word total, stand in a row above it."""
    place = next((n for n, cell in enumerate(heads) if _ROW.match(cell) and not labels(cell)), None)
    if place is None or not 0 <= len(row.cells) - len(heads) <= 1:
        return None
    return value_of(row.cells[place + len(row.cells) - len(heads)])


def _of_tables(read: Sequence[Passage]) -> Iterator[tuple[int, list[Total]]]:
    for rows in table_rows(read):
        places = columns(rows)
        lying = {number for number, _ in sideways(rows)}
        heads = next((one.cells for one in rows if any(_ROW.match(cell) for cell in one.cells)), ())
        for row in rows:
            if row.passage.number in lying and (beneath := _beneath_heading(heads, row)) is not None:
                yield row.passage.number, [Total(beneath, row.passage, row.passage.role)]
                continue
            if not any(_ROW.match(cell) and not labels(cell) for cell in row.cells):
                continue
            if (paired := _paired(row)) is not None:
                yield row.passage.number, [Total(paired, row.passage, row.passage.role)]
                continue
            values = {
                place: value_of(cell) for place, cell in enumerate(row.cells) if value_of(cell) is not None
            }
            if places is None or not places:
                roles = dict.fromkeys(values, row.passage.role) if len(values) == 1 else {}
            else:
                roles = {place: role or row.passage.role for place, role in places.items()}
            yield (
                row.passage.number,
                [
                    Total(value, row.passage, roles[place])
                    for place, value in values.items()
                    if place in roles and value is not None
                ],
            )
