"""The check sheet: what a check found, as a page or two for the file.

It says the verdict, the arithmetic and the citations, the day whose law it is, the rules by their version and hash,
and what was put to them, so that somebody else can make the same check and see the same.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from governance.answers.finding import Finding, Result
from governance.answers.procedures import Procedure
from governance.documents.instrument.clauses import body_words
from governance.documents.report.legal import advice, doubts
from governance.documents.report.tables import NOT_SETTLED, answer, key_findings, questions, repairs
from governance.documents.typeset import typeset_names
from governance.documents.word.blocks import (
    Block,
    Column,
    Document,
    Paragraph,
    Signature,
    Strong,
    Subtitle,
    Table,
    Text,
    Title,
)
from governance.english import day_words, listed
from governance.law import RuleBook, book_for
from governance.law.wording import sentence
from governance.model import Appointer, FederatedSchool, Proposal, Seats
from governance.model.fingerprint import fingerprint
from governance.model.names import PARTS_OF, UNKNOWN, seat_words
from governance.version import __version__

_SHOWN: Final = 16
"""As much of a hash as tells two apart; the file's properties hold that of the Regulations whole."""

_VERDICT: Final = {True: "Lawful", False: "Unlawful", None: "Cannot be told"}


def check_sheet(result: Result, proposal: Proposal) -> Document:
    """Give the findings of a check as a document for the file, whatever the verdict."""
    proposal = typeset_names(proposal)
    book = book_for(proposal, result.on)
    name = proposal.school.name or f"[name of the {body_words(proposal).thing}]"
    return Document(
        title=f"Check sheet: {name}",
        subject=f"Check of a proposal under {book.law.cite}",
        created=result.on,
        blocks=(
            Title("Check sheet"),
            Subtitle(name),
            _summary(result, book),
            Signature("Checked, and put on the file, by", ("Office and date",)),
            *findings(result, proposal, book),
            _inputs(result, proposal, book),
        ),
        footer=f"Check sheet: {name}",
        properties={
            "Law as at": result.on.isoformat(),
            "Regulations": book.law.id,
            "Rules hash": book.law.hash,
            "Proposal hash": fingerprint(proposal),
            "Verdict": _verdict(result),
        },
    )


def _verdict(result: Result) -> str:
    return f"{_VERDICT[result.lawful]}{', on condition' if result.lawful and result.conditions else ''}"


def _summary(result: Result, book: RuleBook) -> Table:
    return Table(
        caption="The check",
        description="The verdict, the day whose law it is, and the Regulations",
        columns=_ITEMS,
        rows=(
            ("Verdict", (Strong(_verdict(result)),)),
            ("Law as at", day_words(result.on)),
            ("Regulations", f"{book.law.title} ({book.law.cite})"),
        ),
    )


_ITEMS: Final = (Column("Item", share=3), Column("Details", share=9))


def findings(result: Result, proposal: Proposal, book: RuleBook) -> Iterator[Block]:
    """Give what each rule says of the proposal, the worst first, and what to know of the record of the law."""
    wrong = result.of("unlawful", "breached")
    yield from _table("What is wrong", wrong)
    for finding in wrong:
        if finding.repairs:
            yield Paragraph((Strong("Smallest change: "), f"{repairs(finding)} ({finding.citation})."))
    yield from _table("Provided that" if result.lawful else "What it depends on besides", result.conditions)
    yield from _table("What cannot be told", result.of("unlawful", "unknown"))
    yield from _said("Doubts about the law", doubts(result.findings))
    yield from _said("Advice", map(advice, result.of("advice", "breached")))
    yield from _said("To be settled", questions(result.of("unlawful", "unknown")))
    yield from _said("Still to be stated in the instrument", questions(result.awaiting("statement")))
    yield from _said("Still to be done before it is made", questions(result.awaiting("step")))
    yield from _table("What is met", _met(result, proposal, book))
    yield from _said("Caution", result.cautions)


def _met(result: Result, proposal: Proposal, book: RuleBook) -> list[Finding]:
    """Give what is met by arithmetic; of a seat that is open there is none to show."""
    judged = zip(book.rules, result.findings, strict=True)
    return [
        one
        for one in key_findings(judged, proposal)
        if one.verdict == "met" and not one.because.startswith("met whatever")
    ]


def steps(taken: Iterable[tuple[str, Sequence[Procedure]]]) -> Iterator[Block]:
    """Set out the steps of the law for each of the bodies named; those that several take alike, once."""
    told: dict[tuple[str, tuple[tuple[Text, ...], ...]], list[str]] = {}
    for name, procedures in taken:
        for one in procedures:
            rows: tuple[tuple[Text, ...], ...] = tuple(
                (str(n), f"{step.who} {step.what}", step.citation) for n, step in enumerate(one.steps, 1)
            )
            told.setdefault((one.title.partition(":")[0], rows), []).append(name)
    for (title, rows), names in told.items():
        yield Table(
            caption=f"{title}: {listed(dict.fromkeys(names))}",
            description="Each step in its order, who takes it, and where the law asks for it",
            columns=(Column("Step", share=3), Column("Who does what", share=14), Column("Citation", share=7)),
            rows=rows,
        )


def _by_law(findings: Iterable[Finding], book: RuleBook) -> Iterator[str]:
    """Cite many rules, naming each law once."""
    for law in (book.law, *book.beside):
        ours = (one.citation.removeprefix(f"{law.cite} ") for one in findings if one.instrument == law.id)
        if places := "; ".join(dict.fromkeys(ours)):
            yield f"{law.cite}: {places}"


def _table(title: str, findings: Sequence[Finding]) -> Iterator[Block]:
    if not findings:
        return
    yield Table(
        caption=title,
        description=f"{title}: each rule, what it comes to for this proposal, and the citation",
        columns=(Column("Rule", share=7), Column("This proposal", share=9), Column("Citation", share=7)),
        rows=tuple((finding.title, _answer(finding), finding.citation) for finding in findings),
    )


def _answer(finding: Finding) -> Text:
    """Say the arithmetic; what is to be asked is said once, below."""
    if finding.verdict == "met":
        return f"{sentence(finding.because)}."
    return answer(attrs.evolve(finding, question=""))


def _said(title: str, lines: Iterable[str]) -> Iterator[Block]:
    for line in lines:
        yield Paragraph((Strong(f"{title}. "), line))


def _inputs(result: Result, proposal: Proposal, book: RuleBook) -> Table:
    """Say what was checked, and by what the same check can be made again."""
    laws = "; ".join(f"{law.cite} {law.hash[:_SHOWN]}" for law in (book.law, *book.beside))
    met = _met(result, proposal, book)
    others = [
        one for one in result.findings if one.verdict == "met" and one not in met and one.severity != "advice"
    ]
    rest = ". ".join(_by_law(others, book))
    return Table(
        caption="What was put to the check",
        description="Everything that the proposal says, as it was put to the check, and by hash the proposal and the rules",
        columns=(Column("Fact", share=2), Column("As given", share=9)),
        rows=(
            *_facts(proposal),
            *((("Every other rule", f"Met, or asks nothing of this proposal. {rest}."),) if rest else ()),
            ("File", "".join(c if c.isprintable() else "\ufffd" for c in result.proposal)),
            ("Its hash", fingerprint(proposal)),
            ("Rules, by hash", f"governance {__version__}: {laws}"),
        ),
    )


def _facts(proposal: Proposal) -> Iterator[tuple[str, str]]:
    """Name everything that the proposal says."""
    school, instrument, foundation = proposal.school, proposal.instrument, proposal.foundation
    made = (instrument.made_by, _day(instrument.made_on))
    given = {
        "Seats": _seats(proposal, proposal.seats),
        "Seats now": _seats(proposal, proposal.current) if proposal.current else None,
        "Category": school.category,
        "Foundation": school.foundation,
        "Foundation came by": school.foundation_origin,
        "Religious character": school.religious_character,
        "Phase": school.phase,
        "Head teacher": "has resigned as a governor" if school.head_resigned else None,
        "Local authority": school.local_authority,
        "Schools": "; ".join(map(_school, proposal.schools)),
        "Governing body": instrument.governing_body,
        "Made": ", ".join(one for one in made if one),
        "In effect from": _day(instrument.effective_on),
        "Decided to be varied": _day(instrument.decided_to_vary_on),
        "Parts of categories": _parts(proposal),
        "Terms": listed(f"{_seat(seat)} {term}" for seat, term in proposal.terms.by_category.items()),
        "Terms fixed by appointers": listed(map(_seat, proposal.terms.fixed_by_appointer)),
        "Sponsors": listed(instrument.sponsor_names),
        "Nominating body": instrument.nominating_body,
        "Appointed": "; ".join(map(_appointer, foundation.appointers)),
        "Other foundation seats": foundation.rest,
        "Ex officio": "; ".join(one.office for one in foundation.ex_officio),
        "Trust deed": foundation.trust_deed,
        "Ethos": "described" if proposal.ethos else None,
        "Approvals": listed(f"{_spaced(who)} {day_words(day)}" for who, day in proposal.approvals.items()),
        "In post": listed(f"{count} {seat_words(seat, count)}" for seat, count in proposal.filled.items()),
    }
    return ((label, value) for label, value in given.items() if value)


def _day(day: datetime.date | None) -> str | None:
    return day_words(day) if day else None


def _seats(proposal: Proposal, seats: Seats) -> str:
    words = body_words(proposal).seats
    said = listed(
        f"{NOT_SETTLED} how many {words(seat, 2)}"
        if count == UNKNOWN
        else f"{count} {words(seat, int(count))}"
        for seat, count in seats.counts().items()
        if count
    )
    return f"{said or 'none'}{'' if seats.total is None else f'; total stated: {seats.total}'}"


def _school(school: FederatedSchool) -> str:
    facts = (school.category, school.foundation, school.religious_character, school.head)
    return f"{school.name or '[name of the school]'} ({', '.join(fact for fact in facts if fact)})"


def _parts(proposal: Proposal) -> str:
    counts = ((part, getattr(proposal.seats, part)) for part in PARTS_OF)
    return listed(f"{_spaced(part)} {count}" for part, count in counts if count is not None)


def _appointer(one: Appointer) -> str:
    return f"{one.how_many} by {one.by}{f', {one.basis}' if one.basis else ''}{f' ({one.school})' if one.school else ''}"


def _seat(category: str) -> str:
    return "all" if category == "all" else seat_words(category, 2)


def _spaced(key: str) -> str:
    return key.replace("_", " ")
