"""The days of the instrument: made, in effect, of the one it replaces, and of the approvals."""

import datetime
import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence, Remark
from governance.reading.phrases.days import Day, days
from governance.reading.phrases.lexer import letters, lex
from governance.reading.phrases.said import Said, find
from governance.reading.text.passages import Passage

MADE: Final = "instrument.made_on"
EFFECT: Final = "instrument.effective_on"
REPLACES: Final = "instrument.replaces"
DATED: Final = "dated"
"""The day that an instrument bears: the day it was made, where nothing else says when that was."""
RENAMED: Final = "renamed"
"""The day of a new name: the day from which an instrument made for it has effect, where nothing else says so."""

_WORDS: Final = {
    MADE: "the day it was made",
    EFFECT: "the day from which it has effect",
    REPLACES: "the day of the instrument it replaces",
}
_BECAUSE: Final = {
    "from": "it is the day from which it is to hold",
    "loose": "it is the day from which it is to hold",
    "reconstituted": "it is the day of the reconstitution",
    "dated": "it is the day that the instrument bears",
    "sealed": "it is the day on which it was sealed",
    "renamed": "it is the day of the change of name",
}
_EITHER: Final = "the day is read before the month, as is usual in Britain"
_IN_PASSING: Final = "it is said about an instrument, and not in one"
_BOTH: Final = "one day is given for both"
_OWN: Final = "it has effect from the day it was made"

_SPOKEN: Final = re.compile(
    r"recommend|propos|request|resol(?:ve|ution)|agreed|report|would|ask(?:s|ed)?(?![a-z])|like|current|existing|present|hope|wish",
    re.IGNORECASE,
)
"""Words of somebody who speaks about an instrument: what is said so is no clause of one."""
_OF_THE_BODY: Final = re.compile(
    r"instrument|constitut|governing|management committee|membership|(?<![a-z])(?:it|board|body|iog)(?![a-z])",
    re.IGNORECASE,
)
_OF_SOMEBODY: Final = re.compile(
    r"(?<![a-z])(?:terms?|chair|head|she|he|their|employ|vacanc|school year|work|mrs?|ms|appointed|elected|joined)(?![a-z])",
    re.IGNORECASE,
)
_MAKES: Final = re.compile(
    r"instrument|order|(?<![a-z])(?:it|this|one|and|that)(?![a-z])|[:;,]", re.IGNORECASE
)
_FROM: Final = re.compile(r"(?:as )?from(?: the)?\W*$", re.IGNORECASE)
_THAT: Final = re.compile(r" that,? (?:as )?from(?: the)?\W*", re.IGNORECASE)
_AND: Final = re.compile(r"(?: on| from)?,? ?(?:and|&|/) ?(?:to |shall |will |is )?", re.IGNORECASE)
_OLDER: Final = re.compile(r"(?:that|which)(?: has| had)?\s*$", re.IGNORECASE)
_OF_AN_INSTRUMENT: Final = re.compile(
    r"instruments? (?:of govern[a-z]+ |of governance )?(?:was |is )?$", re.IGNORECASE
)
_PRESENT: Final = re.compile(r"(?:present|current) instrument", re.IGNORECASE)
_ITS_OWN: Final = re.compile(
    r"(?:effect|force|effective|operation) (?:on|from) (?:that|the)(?: same)? (?:day|date)(?: on which| that)?(?: of)?(?: (?:it|this instrument|its making|making))?(?: (?:is|was) made)?(?![a-z])",
    re.IGNORECASE,
)
_OF_NONE: Final = {
    "its",
    "our",
    "all",
    "instrument",
    "instruments",
    "constitution",
    "constitutions",
    "government",
    "reconstitution",
}
_ON_ONE: Final = re.compile(r"instrument|constitut", re.IGNORECASE)
_HEAD_LINE, _CLOSE, _BESIDE, _NEAR, _FAR, _LONG = 30, 20, 60, 150, 200, 260


@attrs.frozen
class _Given:
    """A day of a passage, the field it belongs to, and the mark that says so."""

    field: str
    day: Day
    words: str
    mark: str
    because: str = ""


def calendar(read: Sequence[Passage]) -> tuple[list[Evidence], list[Remark]]:
    """Find the days of the instrument, and remark on the days that are not whole."""
    evidence: list[Evidence] = []
    remarks: list[Remark] = []
    for passage in () if _several(read) else read:
        for given in _given(passage):
            if given.day.date is not None:
                evidence.append(_evidence(passage, given, given.day.date))
            elif given.field in _WORDS:
                said = passage.words[given.day.start : given.day.end]
                says = f"“{said}” is given as {_WORDS[given.field]}: {given.day.missing}"
                remarks.append(Remark("advice", says, ((given.words, passage.where),)))
    return list(_settled(evidence, read)), remarks


def days_in_order(evidence: Sequence[Evidence]) -> Iterator[Remark]:
    """Remark on a day of effect before the day of making."""
    known = {one.field: one for one in evidence if one.sure != "conflict"}
    made, effect = known.get(MADE), known.get(EFFECT)
    if made and effect and effect.value < made.value:
        says = f"It has effect from {effect.value}, before the day it was made, {made.value}"
        yield Remark("note", says, ((effect.words, effect.where), (made.words, made.where)))


def _several(read: Sequence[Passage]) -> bool:
    """Whether the instruments of two schools are spoken of, each in a passage of its own: a day of one is not the document's."""
    named = [own for passage in read if _ON_ONE.search(passage.text) and (own := _names(passage))]
    federated = any("federat" in passage.text.lower() for passage in read)
    return not federated and any(not named[0] & other for other in named)


def _names(passage: Passage) -> set[str]:
    """Give the words that are of the name of a school alone, where a passage names one early on."""
    names = [passage.text[one.start : one.end] for one in lex(passage.text[:_NEAR]) if one.letter == "s"]
    words = {word.casefold() for name in names for word in name.split() if {*letters(lex(word))} == {"u"}}
    return words - _OF_NONE


def _evidence(passage: Passage, given: _Given, day: datetime.date) -> Evidence:
    spoken = len(passage.text) > _LONG and _SPOKEN.search(
        passage.text, max(0, given.day.start - _FAR), given.day.start
    )
    because = given.because or _BECAUSE.get(given.mark, "")
    because = because or (
        _EITHER if given.day.either else _IN_PASSING if spoken and given.field in _WORDS else ""
    )
    return Evidence(
        given.field, day, given.words, passage.where, "inferred" if because else "stated", because
    )


def _settled(evidence: Sequence[Evidence], read: Sequence[Passage]) -> Iterator[Evidence]:
    """Give the days of the instrument; those that only stand in for one, where nothing else gives it."""
    fields = {one.field for one in evidence}
    made = next((one for one in evidence if one.field == MADE), None)
    for one in evidence:
        if one.field == DATED and MADE not in fields:
            yield attrs.evolve(one, field=MADE)
        elif one.field == RENAMED and not fields & {MADE, EFFECT}:
            yield attrs.evolve(one, field=EFFECT)
        elif one.field not in (DATED, RENAMED):
            yield one
    if made is not None and EFFECT not in fields:
        for own in (passage for passage in read if _ITS_OWN.search(passage.text)):
            yield Evidence(EFFECT, made.value, own.words, own.where, "inferred", _OWN)
            return


@functools.lru_cache(maxsize=2**10)
def _marks(text: str) -> tuple[Said, ...]:
    """Find the words that tell what a day after them is; of those that overlap, the first and longest."""
    kept: list[Said] = []
    for one in sorted(find("days", text), key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _given(passage: Passage) -> Iterator[_Given]:
    """Tell of each day what it is, by the words before it in its sentence, or by the heading it stands under."""
    found = days(passage.text)
    told = _marks(passage.text) if found else ()
    starts = [sentence.start for sentence in passage.sentences()] if found else []
    since = 0
    for day in found:
        start = max((one for one in starts if one <= day.start), default=0)
        before = [
            one
            for one in told
            if max(start, since, day.start - _FAR) <= one.start
            and one.end <= day.start
            and (one.field != "people" or day.start - one.end <= _CLOSE)
        ]
        if (
            before
            and before[-1].field == "people"
            and _THAT.fullmatch(passage.text, before[-1].end, day.start)
        ):
            before = []
        since = day.end if day.date is not None else since
        if not before and passage.first and passage.under is not None and day.start < _HEAD_LINE:
            for mark in _marks(passage.context)[-1:]:
                yield _Given(mark.value, day, f"{passage.under.words} {passage.words}", mark.field)
        elif before:
            yield from _in_sentence(passage, day, passage.text[start : day.start], start, before)
        elif _FROM.search(passage.text, max(start, day.start - _CLOSE), day.start):
            around = passage.text[max(start, day.start - _BESIDE) : day.end + _BESIDE]
            if _OF_THE_BODY.search(around) and not _OF_SOMEBODY.search(around):
                yield _Given(EFFECT, day, passage.words, "from")


def _in_sentence(
    passage: Passage, day: Day, text: str, start: int, before: Sequence[Said]
) -> Iterator[_Given]:
    """Tell which field a day belongs to, by the last of the words before it, and by those before that."""
    last, fields = before[-1], [one.value for one in before]
    lead = passage.text[start : last.start].strip()
    replaced = next((one for one in before if one.value == REPLACES), None)
    field = str(last.value)
    if replaced is not None and field in (MADE, DATED):
        # "In place of the instrument made on ..." is the day of the older one.
        field = REPLACES
    elif replaced is not None and field == EFFECT:
        field = "" if _OLDER.search(passage.text[replaced.end : last.start]) else EFFECT
    elif field == MADE:
        field = "" if (lead and not _MAKES.search(text)) or fields[-2:-1] == ["thing"] else MADE
    elif last.field in ("loose", "reconstituted") and lead:
        field = EFFECT if _OF_THE_BODY.search(lead) and not _OF_SOMEBODY.search(lead) else ""
    elif field == DATED and MADE in fields:
        field = MADE
    elif field == DATED:
        begins = last.field == "sealed" or not passage.text[: last.start].strip(" ,-")
        of_one = _OF_AN_INSTRUMENT.search(passage.text[: last.start])
        older = _PRESENT.search(lead) and _SPOKEN.search(_PRESENT.sub("", passage.text))
        field = DATED if (begins or of_one) and not older else ""
    elif field == RENAMED:
        field = RENAMED if _FROM.search(text[-_CLOSE:]) else ""
    if field in _WORDS or field in (DATED, RENAMED) or field.startswith("approvals."):
        yield _Given(field, day, passage.words, last.field)
    for one, other in ((MADE, EFFECT), (EFFECT, MADE)):
        both = replaced is None and field == one and fields[-2:] == [other, one]
        if both and _AND.fullmatch(passage.text, before[-2].end, last.start):
            yield _Given(other, day, passage.words, before[-2].field, _BOTH)
