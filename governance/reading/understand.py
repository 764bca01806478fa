"""A transcript into what it says of a governing body, each value with the words it came from."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import attrs

from governance.reading.board.board import Board, read_board
from governance.reading.board.choices import OLD_WORDING
from governance.reading.board.doubts import doubted
from governance.reading.board.items import NOBODY
from governance.reading.evidence import Evidence, Remark, Understood
from governance.reading.facts.appointers import appointers, offices
from governance.reading.facts.category import Kind, kind_of_school
from governance.reading.facts.dates import calendar
from governance.reading.facts.ethos import ethos, without_ethos
from governance.reading.facts.foundation import FoundationSide, appointer_evidence, foundation_side
from governance.reading.facts.kind import in_doubt, kind_of_document, unfit
from governance.reading.facts.names import makers, names
from governance.reading.facts.other_words import in_other_words
from governance.reading.facts.regulations import Regime, old_labels, regime
from governance.reading.facts.school_names import school_name
from governance.reading.facts.schools import federation, schools
from governance.reading.facts.terms import terms
from governance.reading.facts.whole import certain
from governance.reading.held import with_controls
from governance.reading.intake.transcript import Transcript
from governance.reading.merge import agreed, tables
from governance.reading.phrases.of_days import EFFECT, MADE, REPLACES
from governance.reading.phrases.words import sentence_of
from governance.reading.several_schools import several_schools
from governance.reading.text.annex import without_annex
from governance.reading.text.clause import stated, value
from governance.reading.text.clauses import clauses_apart
from governance.reading.text.clutter import cleared
from governance.reading.text.limits import readable
from governance.reading.text.paragraphs import paragraphs
from governance.reading.text.passages import Passage, passages

NOT_READ: Final = re.compile(
    r"(?:a )?cop(?:y|ies) of (?:this|the) instrument|(?:every|each|any) (?:governing body )?member .{0,60}cop(?:y|ies)",
    re.IGNORECASE,
)
"""Clauses that hold nothing to read, but words that look like it."""

_SPONSORS: Final = re.compile(r"the sponsors? (?:is|are) (?P<value>.+)$", re.IGNORECASE)
_NOMINATES: Final = re.compile(
    r"the body that nominates a community governor is (?P<value>.+)$", re.IGNORECASE
)
_NOBODY_NOMINATES: Final = re.compile(r"no body nominates a community governor", re.IGNORECASE)
_OLD_AUTHORITY: Final = re.compile(r"\bLEA\b|(?i:local education authority)")
_NAMES: Final = re.compile(
    r"school\.name|instrument\.(?:governing_body|made_by)|foundation\.(?:appointers|ex_officio)\.\d+\.[a-z_]+"
)
_PARTED: Final = re.compile(
    r"(?<!\S)(?!(?:a|an|as|at|by|in|is|of|on|or|to|up|no|de|la|le|st|ss|ce|rc|va|vc)(?!\S)|[AI&](?!\S))[a-z]{1,2}(?!\S)"
    r"|(?<!\S)[A-Z][a-z]? (?!(?:of|and|the|in|for|at|with|on|by)(?!\S))[a-z]+(?!\S)"
)
"""One or two small letters that are no word, or the first letters of a word parted from the rest of it."""
_INITIALS: Final = re.compile(r"\s\(([A-Z]{2,8})\)$")
_STOPS: Final = (".", ";", ":", "; and", ",", '"', "”", "’", "'", ")")
_SHORTEST_SENTENCE: Final = 40
_MOST_OF_THEM: Final = 0.5
_LISTED: Final = re.compile(r", | and ")


def understand(transcript: Transcript) -> Understood:
    """Read a document; whatever it holds, this gives what could be read and never fails."""
    if not transcript.controls:
        return _by_words(transcript)
    return with_controls(_by_words(attrs.evolve(transcript, lines=transcript.masked)), transcript)


def _by_words(transcript: Transcript) -> Understood:
    transcript = without_annex(readable(transcript))
    read = passages(tuple(clauses_apart(paragraphs(cleared(transcript)))))
    listed, who, kind, taken = _who(read)
    left = [passage for passage in read if passage.number not in taken and not NOT_READ.match(passage.text)]
    side = foundation_side(left)
    school_names = [one.value for one in listed if one.field.endswith(".name")]
    document = kind_of_document(read, [*who, *kind.evidence, *_as_name(listed)])
    board = Board((), (document.remark,)) if document.remark else read_board(left, school_names, side.taken)
    days, day_remarks = calendar(left)
    several = [] if listed or _of_federation(kind) else several_schools(read)
    if several:
        board = Board((), board.remarks)
    found, conflicts = agreed([*who, *kind.evidence, *makers(left), *terms(left), *_others(left), *days])
    evidence = [*found, *listed, *board.evidence, *side.evidence]
    made_under = regime(read, tables(evidence))
    evidence, renamed = old_labels(evidence, made_under)
    evidence = _in_order(_by_law(evidence, made_under))
    evidence += _of_foundation(side, left, tables(evidence).get("seats", {}).get("foundation"))
    evidence += [made_under.evidence(read)] if made_under else []
    evidence = certain(_cut_off(evidence, read), read)
    if transcript.format == "pdf":
        evidence = _split_words(evidence)
    remarks = (
        *board.remarks,
        *conflicts,
        *day_remarks,
        *kind.remarks,
        *renamed,
        *_days_in_order(evidence),
        *several,
        *_advice(evidence, left),
    )
    unread = board.unread(evidence, side.taken)
    evidence += in_other_words(left, evidence, side.taken)
    doubt = document.beyond or document.unfit or unfit(read, evidence)
    evidence = in_doubt(doubted(evidence, unread), doubt)
    data = tables(evidence)
    also = {one.field: one.value for one in evidence if "." not in one.field}
    if (replaced := data.get("instrument", {}).get("replaces")) is not None:
        also["replaces"] = replaced
    return Understood(transcript, data, also, tuple(evidence), remarks, tuple(unread), document.beyond)


def _as_name(listed: Sequence[Evidence]) -> list[Evidence]:
    """Take the schools of a federation as what the document is called by."""
    return [attrs.evolve(one, field="school.name") for one in listed[:1]]


def _of_foundation(side: FoundationSide, read: Sequence[Passage], seats: Any) -> list[Evidence]:
    """Read who appoints and which office carries a seat; by clauses, or else by running words."""
    evidence = appointer_evidence(side, seats)
    number = seats if isinstance(seats, int) else None
    told = [] if side.offices or not number else offices(read)
    by_words = appointers(read, number, len(side.offices) or len(told))
    short = sum(_numbers(evidence)) < sum(_numbers(by_words)) if evidence else True
    return [*(by_words if short and by_words else evidence), *told]


def _numbers(evidence: Sequence[Evidence]) -> list[int]:
    """Give how many each appoints."""
    return [one.value for one in evidence if one.field.endswith(".number") and isinstance(one.value, int)]


def _of_federation(kind: Kind) -> bool:
    """Whether the document calls the body that of a federation."""
    return any(one.value == "federation" for one in kind.evidence)


def _who(read: Sequence[Passage]) -> tuple[list[Evidence], list[Evidence], Kind, set[int]]:
    """Read whom the document is about, and which passages nothing else is read from."""
    of_federation = federation(read)
    listed, taken = schools(read) if of_federation else ([], set())
    own = [one.value for one in listed if one.field.endswith(".name")]
    said, of_ethos = ethos([passage for passage in read if passage.number not in taken], own)
    of_schools = [one for one in said if one.field.startswith("schools.")]
    of_body = [one for one in said if not one.field.startswith("schools.")]
    taken |= of_ethos
    named, of_names = names([passage for passage in read if passage.number not in taken])
    named = [_without_initials(one) for one in named]
    name = next((one for one in named if one.field == "school.name"), None)
    told = None if name else school_name([passage for passage in read if passage.number not in of_ethos])
    if told is not None and told.value not in own:
        name = told
        named = [*named, told]
    telling = [without_ethos(passage) if passage.number in of_ethos else passage for passage in read]
    kind = kind_of_school(telling, name=name, federation=of_federation)
    return [*listed, *of_schools], [*named, *of_body], kind, taken | of_names


def _without_initials(one: Evidence) -> Evidence:
    """Leave out the initials of a name that stand in brackets behind it: "Hill Road Schools Federation (HRSF)"."""
    match = _INITIALS.search(str(one.value)) if one.field == "school.name" else None
    if match is None:
        return one
    name = str(one.value)[: match.start()]
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return attrs.evolve(one, value=name) if match[1] in (initials, initials.removeprefix("T")) else one


def _cut_off(evidence: Sequence[Evidence], read: Sequence[Passage]) -> list[Evidence]:
    """Doubt a name whose line has no stop where most others have: the rest of it may stand elsewhere."""
    ended = [passage.text.endswith(_STOPS) for passage in read if len(passage.text) > _SHORTEST_SENTENCE]
    if not ended or sum(ended) < _MOST_OF_THEM * len(ended):
        return list(evidence)
    because = "its line does not end as the others do, and may be cut off"
    return [
        attrs.evolve(one, sure="inferred", because=because)
        if one.sure == "stated" and _NAMES.fullmatch(one.field) and not one.words.endswith(_STOPS)
        else one
        for one in evidence
    ]


def _split_words(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Doubt a name from a PDF in which a word seems to be parted, or whose capitals do not tell where it ends."""
    because = "it may be parted or cut off where a printed line ended"
    return [
        attrs.evolve(one, sure="inferred", because=because)
        if one.sure == "stated"
        and _NAMES.fullmatch(one.field)
        and (_PARTED.search(str(one.value)) or str(one.value).isupper())
        else one
        for one in evidence
    ]


def _others(read: Sequence[Passage]) -> Iterator[Evidence]:
    """Read what only earlier law and units have: the sponsors, and who nominates a community governor."""
    for passage in read:
        if match := _SPONSORS.match(passage.text):
            sponsors = [
                name.strip() for name in _LISTED.split(value(passage, *match.span("value"))) if name.strip()
            ]
            if sponsors:
                yield stated("instrument.sponsor_names", sponsors, passage)
        elif _NOBODY_NOMINATES.match(passage.text):
            yield stated("instrument.nominating_body", "none", passage)
        elif (match := _NOMINATES.match(passage.text)) and (body := value(passage, *match.span("value"))):
            yield stated("instrument.nominating_body", body, passage)


def _by_law(evidence: Sequence[Evidence], made_under: Regime | None) -> list[Evidence]:
    """Take the head teacher among the staff as said in so many words where the Regulations put it so."""
    if made_under is None or not made_under.head_is_staff:
        return list(evidence)
    return [
        attrs.evolve(one, sure="stated", because="") if one.because == OLD_WORDING else one
        for one in evidence
    ]


def _in_order(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Leave out the day of a replaced instrument that is not before the day of this one."""
    days = {one.field: one.value for one in evidence if one.sure != "conflict"}
    made, replaced = days.get(MADE), days.get(REPLACES)
    if not isinstance(made, datetime.date) or not isinstance(replaced, datetime.date) or replaced <= made:
        return list(evidence)
    because = "the instrument it replaces would be the later one"
    return [
        attrs.evolve(one, sure="conflict", because=because) if one.field == REPLACES else one
        for one in evidence
    ]


def _days_in_order(evidence: Sequence[Evidence]) -> Iterator[Remark]:
    days = {one.field: one for one in evidence if one.sure != "conflict"}
    made, effect = days.get(MADE), days.get(EFFECT)
    if made and effect and effect.value < made.value:
        says = f"It has effect from {effect.value}, before the day it was made, {made.value}"
        yield Remark("note", says, ((effect.words, effect.where), (made.words, made.where)))


def _advice(evidence: Sequence[Evidence], read: Sequence[Passage]) -> Iterator[Remark]:
    """Remark on wording of earlier law, and on those who are listed and are not governors."""
    for one in evidence:
        if one.because == OLD_WORDING and one.field == "seats.staff":
            says = "The head teacher is counted within the staff governors, which is the wording of earlier law: give each a line"
            yield Remark("advice", says, ((one.words, one.where),))
    old = next((passage for passage in read if _OLD_AUTHORITY.search(passage.text)), None)
    if old is not None:
        yield Remark(
            "advice",
            "“Local education authority” and “LEA” are old names of the local authority",
            ((old.words, old.where),),
        )
    for passage in read:
        found = sentence_of(passage.text)
        if any(item.category == NOBODY and item.start in found.leads and item.form for item in found.items):
            yield Remark(
                "note",
                "Chairs, associate members and clerks hold no seat of their own",
                ((passage.words, passage.where),),
            )
            return
