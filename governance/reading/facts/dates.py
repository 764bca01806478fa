"""The days of the instrument: made, in effect, of the one it replaces, and of the approvals."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence, Remark, Sure
from governance.reading.phrases.days import Day, days
from governance.reading.phrases.of_days import (
    DATED,
    EFFECT,
    MADE,
    NOTHING,
    RENAMED,
    REPLACES,
    field_of,
    triggers,
)
from governance.reading.text.passages import Passage

PROSE: Final = re.compile(
    r"recommend|propos|request|resol(?:ve|ution)|agreed|report|would|ask(?:s|ed)?(?![a-z])|like|current|existing|present|hope|wish",
    re.IGNORECASE,
)
"""Words of somebody who speaks about an instrument: what is said so is no clause of one."""

_DATED_LINE: Final = 30
_WORDS: Final = {
    MADE: "the day it was made",
    EFFECT: "the day from which it has effect",
    REPLACES: "the day of the instrument it replaces",
}
_LOOSE: Final = re.compile(r"commenc|start|begin|valid|runs?|it |this |as from|from", re.IGNORECASE)
_BARE_FROM: Final = re.compile(r"(?:as )?from(?: the)?\W*$", re.IGNORECASE)
_OF_THE_BODY: Final = re.compile(
    r"instrument|constitut|governing|management committee|membership|(?<![a-z])(?:it|board|body|iog)(?![a-z])",
    re.IGNORECASE,
)
_OF_SOMEBODY: Final = re.compile(
    r"(?<![a-z])(?:terms?|chair|head|she|he|their|employ|vacanc|school year|work)(?![a-z])", re.IGNORECASE
)
_MAKES: Final = re.compile(
    r"instrument|order|(?<![a-z])(?:it|this|one|and|that)(?![a-z])|[:;,]", re.IGNORECASE
)
_DEDUCED: Final = (
    (re.compile(r"reconstitut", re.IGNORECASE), "it is the day of the reconstitution"),
    (
        _LOOSE,
        "it is the day from which it is to hold",
    ),
    (re.compile(r"dated", re.IGNORECASE), "it is the day that the instrument bears"),
    (re.compile(r"(?:common )?seal", re.IGNORECASE), "it is the day on which it was sealed"),
    (re.compile(r"chang|renam", re.IGNORECASE), "it is the day of the change of name"),
)
_EITHER: Final = "the day is read before the month, as is usual in Britain"
_IN_PASSING: Final = "it is said about an instrument, and not in one"
_BOTH: Final = "one day is given for both"
_PEOPLE: Final = re.compile(r"appointed|elected|agreed|approv|adopted|decid|resolved|signed", re.IGNORECASE)
_FROM: Final = re.compile(r"(?:as )?from(?: the)?\s{0,40}$", re.IGNORECASE)
_CLOSE: Final = 20
_LONGEST_LEAD: Final = 60
_MADE_AND_IN_EFFECT: Final = re.compile(
    r"(?: on| from)?,?\s{0,40}(?:and|&|/)\s?(?:to |shall |will |is )?", re.IGNORECASE
)
_OLDER_ONE: Final = re.compile(r"(?:that|which)(?: has| had)?\s*$", re.IGNORECASE)
_ITS_OWN_DAY: Final = re.compile(
    r"(?:effect|force|effective) (?:on|from) (?:the )?(?:same )?(?:day|date)(?: on which| that)?(?: of)? (?:it|this instrument|its making|making)(?: (?:is|was) made)?(?![a-z])",
    re.IGNORECASE,
)
_OF_AN_INSTRUMENT: Final = re.compile(
    r"instruments? (?:of govern[a-z]+ |of governance )?(?:was |is )?$", re.IGNORECASE
)
_FAR: Final = 200
_LONGEST_CLAUSE: Final = 260


@attrs.frozen
class _Said:
    """A day of a passage, the field it belongs to and the words that say so."""

    field: str
    day: Day
    words: str
    trigger: str
    because: str = ""


def calendar(read: Sequence[Passage]) -> tuple[list[Evidence], list[Remark]]:
    """Find the days of the instrument, and remark on the days that are not whole."""
    evidence: list[Evidence] = []
    remarks: list[Remark] = []
    for passage in read:
        if not any(sign.isdigit() for sign in passage.text):
            continue
        for said in _days_of(passage):
            if said.day.date is not None:
                evidence.append(_evidence(passage, said, said.day.date))
            elif said.field in _WORDS:
                given = passage.words[said.day.start : said.day.end]
                says = f"“{given}” is given as {_WORDS[said.field]}: {said.day.missing}"
                remarks.append(Remark("advice", says, ((said.words, passage.where),)))
    return list(_settled(evidence, read)), remarks


def _evidence(passage: Passage, said: _Said, day: datetime.date) -> Evidence:
    because = said.because or next((why for pattern, why in _DEDUCED if pattern.match(said.trigger)), "")
    if not because and said.day.either:
        because = _EITHER
    if not because and said.field in _WORDS and _in_passing(passage, said.day):
        because = _IN_PASSING
    sure: Sure = "inferred" if because else "stated"
    return Evidence(said.field, day, said.words, passage.where, sure, because)


def _in_passing(passage: Passage, day: Day) -> bool:
    before = passage.text[max(0, day.start - _FAR) : day.start]
    return len(passage.text) > _LONGEST_CLAUSE and bool(PROSE.search(before))


def _settled(evidence: Sequence[Evidence], read: Sequence[Passage]) -> Iterator[Evidence]:
    """Give the days of the instrument; those that only stand in for one, where nothing else gives it."""
    given = {one.field for one in evidence}
    made = next((one for one in evidence if one.field == MADE), None)
    for one in evidence:
        if one.field == DATED and MADE not in given:
            yield attrs.evolve(one, field=MADE)
        elif one.field == RENAMED and MADE not in given and EFFECT not in given:
            yield attrs.evolve(one, field=EFFECT)
        elif one.field not in (DATED, RENAMED):
            yield one
    if made is not None and EFFECT not in given:
        own = next((passage for passage in read if _ITS_OWN_DAY.search(passage.text)), None)
        if own is not None:
            because = "it has effect from the day it was made"
            yield Evidence(EFFECT, made.value, own.words, own.where, "inferred", because)


def _days_of(passage: Passage) -> Iterator[_Said]:
    found = days(passage.text)
    if not found:
        return
    told = triggers(passage.text)
    sentences = passage.sentences()
    since = 0
    for day in found:
        start = next((one.start for one in reversed(sentences) if one.start <= day.start), 0)
        before = [
            one
            for one in told
            if max(start, since) <= one.start()
            and one.end() <= day.start
            and day.start - one.end() < _FAR
            and not _of_people(one, day)
        ]
        if day.date is not None:
            since = day.end
        if not before and passage.first and passage.under is not None and day.start < _DATED_LINE:
            yield from _under_heading(passage, day)
        else:
            yield from _in_sentence(passage, day, before)


def _under_heading(passage: Passage, day: Day) -> Iterator[_Said]:
    leading = triggers(passage.context)
    if leading and passage.under is not None and (field := field_of(leading[-1])):
        yield _Said(field, day, f"{passage.under.words} {passage.words}", leading[-1][0])


def _in_sentence(passage: Passage, day: Day, before: "Sequence[re.Match[str]]") -> Iterator[_Said]:
    """Tell which field a day belongs to, by the words before it."""
    start = next((one.start for one in reversed(passage.sentences()) if one.start <= day.start), 0)
    if not before:
        # "From 1 September the governing body will have ..."
        bare = _BARE_FROM.match(passage.text[start : day.start])
        if bare and _OF_THE_BODY.search(passage.text[day.end : day.end + _LONGEST_LEAD]):
            yield _Said(EFFECT, day, passage.words, bare[0])
        return
    last, words = before[-1], passage.words
    field = field_of(last)
    lead = passage.text[start : last.start()].strip()
    replaced = next((one for one in before if field_of(one) == REPLACES), None)
    if field == MADE and replaced is not None:
        # "In place of the instrument made on ..." is the day of the older one.
        field = REPLACES
    elif field == EFFECT and replaced is not None:
        field = NOTHING if _OLDER_ONE.search(passage.text[replaced.end() : last.start()]) else EFFECT
    elif _of_something_else(field, last[0], lead, passage.text[start : day.start]):
        field = NOTHING
    elif field == DATED:
        field = _of_dated(passage, last, before)
    elif field == RENAMED:
        field = RENAMED if _FROM.search(passage.text[max(0, day.start - _CLOSE) : day.start]) else NOTHING
    if field:
        yield _Said(field, day, words, last[0])
    for other, one in ((MADE, EFFECT), (EFFECT, MADE)):
        if field == one and len(before) > 1 and field_of(before[-2]) == other and replaced is None:
            gap = passage.text[before[-2].end() : last.start()]
            if _MADE_AND_IN_EFFECT.fullmatch(gap):
                yield _Said(other, day, words, before[-2][0], _BOTH)


def _of_something_else(field: str, trigger: str, lead: str, text: str) -> bool:
    """Whether "made" is said of no instrument or order, or "starts on" of no governing body, but of somebody's term."""
    if not lead:
        return False
    if field == MADE:
        return not _MAKES.search(text)
    loose = field == EFFECT and _LOOSE.match(trigger)
    return bool(loose) and (not _OF_THE_BODY.search(lead) or bool(_OF_SOMEBODY.search(lead)))


def _of_dated(passage: Passage, last: "re.Match[str]", before: "Sequence[re.Match[str]]") -> str:
    """Tell whether "dated" or "sealed" is said of an instrument, and of which."""
    others = [field_of(one) for one in before[:-1]]
    if REPLACES in others:
        return REPLACES
    if MADE in others:
        return MADE
    begins = not passage.text[: last.start()].strip(" ,-") or last[0].lower().startswith(("seal", "common"))
    return DATED if begins or _OF_AN_INSTRUMENT.search(passage.text[: last.start()]) else NOTHING


def _of_people(trigger: "re.Match[str]", day: Day) -> bool:
    """Whether words such as "appointed" stand too far before a day to be said of it."""
    return bool(_PEOPLE.match(trigger[0])) and day.start - trigger.end() > _CLOSE and not field_of(trigger)
