"""A transcript into what it says of a governing body, each value with the words it came from."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from governance.model.names import UNKNOWN
from governance.reading.board.board import Board, read_board
from governance.reading.board.choices import OLD_WORDING
from governance.reading.board.doubts import doubted
from governance.reading.board.items import NOBODY
from governance.reading.evidence import Evidence, Remark, Understood
from governance.reading.facts.category import Kind, kind_of_school
from governance.reading.facts.dates import EFFECT, MADE, calendar
from governance.reading.facts.ethos import ethos, without_ethos
from governance.reading.facts.foundation import foundation_evidence, foundation_side
from governance.reading.facts.kind import in_doubt, kind_of_document, unfit
from governance.reading.facts.names import makers, names
from governance.reading.facts.other_words import in_other_words
from governance.reading.facts.regulations import Regime, old_labels, regime
from governance.reading.facts.school_names import school_name
from governance.reading.facts.schools import federation, schools
from governance.reading.facts.terms import terms
from governance.reading.facts.whole import certain
from governance.reading.held import unheld, with_controls
from governance.reading.intake.transcript import Transcript
from governance.reading.merge import agreed, tables
from governance.reading.phrases.words import sentence_of
from governance.reading.several_schools import several_schools
from governance.reading.text.clauses import clauses_apart
from governance.reading.text.clutter import cleared
from governance.reading.text.extent import readable
from governance.reading.text.paragraphs import paragraphs
from governance.reading.text.passages import Passage, passages

_OLD_AUTHORITY: Final = re.compile(r"\bLEA\b|(?i:local education authority)")
_NAMES: Final = re.compile(
    r"school\.name|instrument\.(?:governing_body|made_by)|foundation\.(?:appointers|ex_officio)\.\d+\.[a-z_]+"
)
_PARTED: Final = re.compile(
    r"(?<!\S)(?!(?:a|an|as|at|by|in|is|of|on|or|to|up|no|de|la|le|st|ss|ce|rc|va|vc)(?!\S)|[AI&](?!\S))[a-z]{1,2}(?!\S)"
    r"|(?<!\S)[A-Z][a-z]? (?!(?:of|and|the|in|for|at|with|on|by)(?!\S))[a-z]+(?!\S)"
)
"""One or two small letters that are no word, or the first letters of a word parted from the rest of it."""
_STOPS: Final = (".", ";", ":", "; and", ",", '"', "”", "’", "'", ")")
_SHORTEST_SENTENCE: Final = 40
_MOST_OF_THEM: Final = 0.5


def understand(transcript: Transcript) -> Understood:
    """Read a document; whatever it holds, this gives what could be read and never fails."""
    if not transcript.controls:
        return _by_words(transcript)
    read = with_controls(_by_words(unheld(transcript)), transcript)
    return attrs.evolve(read, remarks=(*read.remarks, *_days_in_order(read.evidence)))


def _by_words(transcript: Transcript) -> Understood:
    transcript = readable(transcript)
    read = passages(tuple(clauses_apart(paragraphs(cleared(transcript)))))
    listed, who, kind, taken = _who(read)
    left = [passage for passage in read if passage.number not in taken]
    side = foundation_side(left)
    school_names = [one.value for one in listed if one.field.endswith(".name")]
    document = kind_of_document(read, [*who, *kind.evidence, *_as_name(listed)])
    board = Board((), ()) if document.beyond else read_board(left, school_names, side.taken)
    days, day_remarks = calendar(left)
    several = [] if listed or _of_federation(kind) else several_schools(read)
    if several:
        board = Board((), board.remarks)
    found, conflicts = agreed([*who, *kind.evidence, *makers(left), *terms(left), *days])
    evidence = [*found, *listed, *board.evidence]
    made_under = regime(read, tables(evidence))
    evidence, renamed = old_labels(evidence, made_under)
    evidence = _by_law(evidence, made_under)
    seats = tables(evidence).get("seats", {})
    evidence += foundation_evidence(side, seats.get("foundation", UNKNOWN if seats else None))
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
    name = next((one for one in named if one.field == "school.name"), None)
    told = None if name else school_name([passage for passage in read if passage.number not in of_ethos])
    if told is not None and told.value not in own:
        name = told
        named = [*named, told]
    telling = [without_ethos(passage) if passage.number in of_ethos else passage for passage in read]
    kind = kind_of_school(telling, name=name, federation=of_federation)
    return [*listed, *of_schools], [*named, *of_body], kind, taken | of_names


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


def _by_law(evidence: Sequence[Evidence], made_under: Regime | None) -> list[Evidence]:
    """Take the head teacher among the staff as said in so many words where the Regulations put it so."""
    if made_under is None or not made_under.head_is_staff:
        return list(evidence)
    return [
        attrs.evolve(one, sure="stated", because="") if one.because == OLD_WORDING else one
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
