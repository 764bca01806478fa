"""The days of the instrument: made, in effect, of the one it replaces, and of the approvals."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.reading.evidence import Evidence, Remark, in_doubt
from governance.reading.phrases.days import Day, days
from governance.reading.phrases.lexer import letters, lex
from governance.reading.phrases.said import Said, fields, find
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
_OF_OTHERS: Final = ("other", "people", "thing")
_TO_HOLD: Final = "it is the day from which it is to hold"
_EITHER: Final = "the day is read before the month, as is usual in Britain"
_IN_PASSING: Final = "it is said about an instrument, and not in one"
_BOTH: Final = "one day is given for both"
_OWN: Final = {
    "own": "it has effect from the day it was made",
    "then": "it has effect from the day before it",
}
_FROM: Final = re.compile(r"(?i)(?:as )?(?:from|since)(?: the)?\W*$")
_ON: Final = re.compile(r"(?i) (?:on|from)\W*$")
_DEADLINE: Final = re.compile(r"(?i)(?:before|than|until|(?<!made )(?<!sealed )by)(?: the)?\W*$")
_UNDONE: Final = re.compile(r"(?i)\W{0,3}(?:is|was|(?:shall |will |to )?be) (?:vari|amend|revok|replac)")
_AND: Final = re.compile(r"(?i)(?: on| from)?,? ?(?:and|&|/) ?(?:to |shall |will |is )?")
_OF_NONE: Final = re.compile("its|our|all|instruments?|(?:re)?constitutions?|government")
_HEAD_LINE, _CLOSE, _BESIDE, _NEAR, _FAR, _LONG, _LINES = 30, 20, 60, 150, 200, 260, 3


_Given = tuple[str, Day, str, str]
"""The field that a day belongs to, the day, the words that say so, and why it is no more than inferred."""


def calendar(read: Sequence[Passage]) -> tuple[list[Evidence], list[Remark]]:
    """Find the days of the instrument, and remark on the days that are not whole."""
    evidence: list[Evidence] = []
    remarks: list[Remark] = []
    for place, passage in () if _several(read) else enumerate(read):
        for field, day, words, why in _given(passage, read[max(0, place - _LINES) : place]):
            if day.date is None and field in _WORDS:
                said = f"“{passage.words[day.start : day.end]}” is given as {_WORDS[field]}: {day.missing}"
                remarks.append(Remark("advice", said, ((words, passage.where),)))
            elif day.date is not None and field not in _OF_OTHERS:
                about = len(passage.text) > _LONG and field in _WORDS
                before = passage.text[max(0, day.start - _FAR) : day.start] if about else ""
                spoken = _IN_PASSING if "spoken" in fields("days", before) else ""
                because = why or (_EITHER if day.either else spoken)
                evidence += in_doubt([Evidence(field, day.date, words, passage.where, "stated")], because)
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
    texts = [one.text for one in read if re.search("(?i)instrument|constitut", one.text)]
    names = [" ".join(text[one.start : one.end] for one in lex(text) if one.letter == "s") for text in texts]
    # The words that are of the name of a school alone.
    words = [[one for one in name.split() if one[0].isupper()] for name in names]
    named = [{one.casefold() for one in own if {*letters(lex(one))} == {"u"}} for own in words]
    named = [left for own in named if (left := {one for one in own if not _OF_NONE.fullmatch(one)})]
    federated = any("federat" in passage.text.lower() for passage in read)
    return not federated and any(not named[0] & other for other in named)


def _settled(evidence: Sequence[Evidence], read: Sequence[Passage]) -> Iterator[Evidence]:
    """Give the days of the instrument; those that only stand in for one, where nothing else gives it."""
    told = {one.field for one in evidence}
    stands_in = {} if MADE in told else {DATED: MADE}
    stands_in |= {} if told & {MADE, EFFECT} else {RENAMED: EFFECT}
    for one in evidence:
        if (field := stands_in.get(one.field, one.field)) not in (DATED, RENAMED):
            yield attrs.evolve(one, field=field)
    made = next((one.value for one in evidence if one.field == MADE), None)
    before = None
    for passage in () if EFFECT in told else read:
        for mark in (one for one in find("days", passage.text) if one.field in _OWN):
            known = [one.date for one in days(passage.text) if one.date and one.end <= mark.start]
            day = made if mark.field == "own" else next(iter(known[::-1]), before)
            if day:
                yield Evidence(EFFECT, day, passage.words, passage.where, "inferred", _OWN[mark.field])
                return
        before = next((one.date for one in days(passage.text)[::-1] if one.date), before)


def _marks(text: str) -> list[Said]:
    """Find the words that tell what a day after them is; of those that overlap, the first and longest."""
    kept: list[Said] = []
    for one in find("days", text):
        if one.value != "yes" and (not kept or one.start >= kept[-1].end):
            kept.append(one)
    return kept


def _given(passage: Passage, above: Sequence[Passage]) -> Iterator[_Given]:
    """Tell of each day what it is, by the words before it in its sentence, or by the heading or the line above it."""
    text = passage.text
    found = [one for one in days(text) if not _DEADLINE.search(text, max(0, one.start - _CLOSE), one.start)]
    told = _marks(text) if found else []
    starts = [sentence.start for sentence in passage.sentences] if found else []
    since = 0
    for day in found:
        start = max((one for one in starts if one <= day.start), default=0)
        first = max(start, since, day.start - _FAR)
        before = [one for one in told if first <= one.start and one.end <= day.start]
        before = [one for one in before if one.field != "people" or day.start - one.end <= _CLOSE]
        since = since if day.date is None else day.end
        if before:
            yield from _in_sentence(passage, day, start, before)
        elif passage.first and passage.under is not None and day.start < _HEAD_LINE:
            for mark in _marks(passage.context)[-1:]:
                yield mark.value, day, f"{passage.under.words} {passage.words}", mark.because
        elif _FROM.search(text, max(start, day.start - _CLOSE), day.start) and _of_the_body(
            text[max(start, day.start - _BESIDE) : day.end + _BESIDE], text[day.end : day.end + _BESIDE]
        ):
            yield EFFECT, day, passage.words, _TO_HOLD
        elif _is_alone(day, text):
            lines = _leading(above)
            for mark in _marks(" ".join(one.text for one in lines))[-1:]:
                yield mark.value, day, " ".join(one.words for one in (*lines, passage)), mark.because


def _leading(above: Sequence[Passage]) -> Sequence[Passage]:
    """Give the short line above a day, and the lines before it that it goes on with: "made by order of | Lea Council on"."""
    last = len(above)
    for place in range(len(above) - 1, -1, -1):
        text = above[place].text
        if len(text) > (_NEAR if _ON.search(text) else _BESIDE) or days(text) or text.endswith("."):
            break
        last = place
        if _marks(text) or not _ON.search(above[-1].text):
            break
    return above[last:]


def _is_alone(day: Day, text: str) -> bool:
    """Whether nothing stands on its line but a day, or the end of what goes before it: "Council on 1 May 2014"."""
    begins = day.start == 0 or (day.start < _HEAD_LINE and _ON.search(text[: day.start]))
    return bool(begins) and not any(map(str.isalpha, text[day.end :]))


def _of_the_body(text: str, onward: str = "") -> bool:
    """Whether words are of the body or its instrument, and of no person; `onward`, behind a day, may begin with the body."""
    told, first = fields("days", text), next((one.field for one in find("days", onward)), "")
    return first == "body" or ("body" in told and "somebody" not in told)


def _in_sentence(passage: Passage, day: Day, start: int, before: Sequence[Said]) -> Iterator[_Given]:
    """Tell which field a day belongs to, by the last of the words before it, and by those before that."""
    last, told = before[-1], [str(one.value) for one in before]
    field, lead = told[-1], passage.text[start : last.start].strip(" |")
    lead = "" if lead.lower() == "to" else lead
    older = REPLACES in told
    if (older or _UNDONE.match(passage.text, day.end)) and field in (MADE, DATED):
        # "In place of the instrument made on ..." is the day of the older one, and so is that of one that "is varied".
        field = REPLACES
    if field == RENAMED and not _FROM.search(passage.text, last.end, day.start):
        return
    if last.field != "loose" or not lead or older or _of_the_body(lead):
        yield field, day, passage.words, last.because
    both = not older and {*told[-2:]} == {MADE, EFFECT}
    if both and _AND.fullmatch(passage.text, before[-2].end, last.start):
        yield told[-2], day, passage.words, _BOTH
