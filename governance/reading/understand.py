"""A transcript into what it says of a governing body, each value with the words it came from."""

from collections.abc import Iterator, Sequence

import attrs

from governance.model.names import UNKNOWN
from governance.reading.board.board import Board, read_board
from governance.reading.board.choices import OLD_WORDING
from governance.reading.board.doubts import doubted
from governance.reading.board.items import NOBODY
from governance.reading.evidence import Evidence, Remark, Understood, agreed, in_doubt, tables, with_evidence
from governance.reading.facts.category import Kind, kind_of_school
from governance.reading.facts.dates import calendar, days_in_order
from governance.reading.facts.ethos import ethos, without_ethos
from governance.reading.facts.foundation import foundation_evidence, foundation_side
from governance.reading.facts.kind import TOLD, hearsay, kind_of_document, unfit
from governance.reading.facts.names import makers, names
from governance.reading.facts.regulations import OLD_AUTHORITY, by_law, regime
from governance.reading.facts.school_names import school_name
from governance.reading.facts.schools import federation, schools
from governance.reading.facts.several import several_schools
from governance.reading.facts.terms import terms
from governance.reading.facts.whole import certain, in_other_words
from governance.reading.held import unheld, with_controls
from governance.reading.intake.transcript import Transcript
from governance.reading.phrases.words import sentence_of
from governance.reading.text.clauses import clauses_apart
from governance.reading.text.extent import cleared, readable
from governance.reading.text.paragraphs import paragraphs
from governance.reading.text.passages import Passage, passages


def understand(transcript: Transcript) -> Understood:
    """Read a document; whatever it holds, this gives what could be read and never fails."""
    if not transcript.controls:
        return _by_words(transcript)
    read = with_controls(_by_words(unheld(transcript)), transcript)
    return attrs.evolve(read, remarks=(*read.remarks, *days_in_order(read.evidence)))


def _by_words(transcript: Transcript) -> Understood:
    transcript = readable(transcript)
    read = passages(tuple(clauses_apart(paragraphs(cleared(transcript)))))
    listed, who, (kind, kind_remarks), taken = _who(read)
    left = [passage for passage in read if passage.number not in taken]
    side = foundation_side(left)
    # The schools of a federation are what the document is called by.
    called = [attrs.evolve(one, field="school.name") for one in listed[:1]]
    outside, unstated = kind_of_document(read, [*who, *kind, *called])
    schools = [one.value for one in listed if one.field.endswith(".name")]
    federated = listed or any(one.value == "federation" for one in kind)
    outside = outside or ("" if federated else several_schools(read))
    board = Board((), ()) if outside else read_board(left, schools, side.taken)
    days, day_remarks = calendar(left)
    found, conflicts = agreed([*who, *kind, *makers(left), *terms(left), *days])
    evidence = [*found, *listed, *board.evidence]
    made_under = regime(read, tables(evidence))
    evidence, renamed = by_law(evidence, made_under)
    seats = tables(evidence).get("seats", {})
    evidence += foundation_evidence(side, seats.get("foundation", UNKNOWN if seats else None))
    evidence += [made_under] if made_under else []
    evidence = certain(evidence, read, printed=transcript.format == "pdf")
    remarks = [*board.remarks, *conflicts, *day_remarks, *kind_remarks, *renamed]
    remarks += [*days_in_order(evidence), *_advice(evidence, left)]
    unread = board.unread(evidence, side.taken)
    evidence += in_other_words(left, evidence, side.taken)
    evidence = in_doubt(evidence, TOLD, hearsay(read))
    evidence = in_doubt(doubted(evidence, unread), outside or unstated or unfit(read, evidence))
    whole = Understood(transcript, {}, remarks=tuple(remarks), unread=tuple(unread), outside=outside)
    return with_evidence(whole, evidence)


def _who(read: Sequence[Passage]) -> tuple[list[Evidence], list[Evidence], Kind, set[int]]:
    """Read whom the document is about, and which passages nothing else is read from."""
    of_federation = federation(read)
    listed, taken = schools(read) if of_federation else ([], set())
    own = [one.value for one in listed if one.field.endswith(".name")]
    said, of_ethos = ethos([passage for passage in read if passage.number not in taken], own)
    listed += [one for one in said if one.field.startswith("schools.")]
    named, of_names = names([one for one in read if one.number not in taken | of_ethos])
    name = next((one for one in named if one.field == "school.name"), None)
    told = None if name else school_name([one for one in read if one.number not in of_ethos])
    if told is not None and told.value not in own:
        name = told
        named = [*named, told]
    telling = [without_ethos(passage) if passage.number in of_ethos else passage for passage in read]
    kind = kind_of_school(telling, name=name, federation=of_federation)
    who = [*named, *(one for one in said if not one.field.startswith("schools."))]
    return listed, who, kind, taken | of_ethos | of_names


def _advice(evidence: Sequence[Evidence], read: Sequence[Passage]) -> Iterator[Remark]:
    """Remark on wording of earlier law, and on those who are listed and are not governors."""
    for one in evidence:
        if one.because == OLD_WORDING and one.field == "seats.staff":
            says = "The head teacher is counted within the staff governors, which is the wording of earlier law: give each a line"
            yield Remark("advice", says, ((one.words, one.where),))
    if old := next((one for one in read if OLD_AUTHORITY.search(one.text)), None):
        says = "“Local education authority” and “LEA” are old names of the local authority"
        yield Remark("advice", says, ((old.words, old.where),))
    for passage in read:
        found = sentence_of(passage.text)
        if any(item.category == NOBODY and item.start in found.leads and item.form for item in found.items):
            says = "Chairs, associate members and clerks hold no seat of their own"
            yield Remark("note", says, ((passage.words, passage.where),))
            return
