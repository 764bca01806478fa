"""A letter to the chair: the answer in the first sentence, what was asked, what to choose from, and the law in a note.

Every answer that goes to a school goes through here. A letter names offices and never people.
"""

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from governance.answers.finding import Finding
from governance.documents.instrument.clauses import body_words
from governance.documents.typeset import typeset_names
from governance.documents.word.blocks import Block, Clause, Clauses, Document, Gap, Heading, Paragraph, Strong
from governance.english import day_words, listed, lower, sentence
from governance.law.provision import LEGISLATION, Instrument
from governance.model import Proposal
from governance.model.names import federation_words, member_words

SOURCE: Final = (
    "The provisions are stated here in our own words, which are not those of the statute. The text itself is at "
    f"{LEGISLATION.removeprefix('https://')}."
)
_COMMITTEE: Final = "the chair of the management committee"
_CHAIR: Final = "the chair of governors"


@attrs.frozen
class Provision:
    """A provision on which a letter rests, and what it says in our words."""

    citation: str
    says: str


@attrs.frozen(kw_only=True)
class Letter:
    """What a letter says. `answer` is its first sentence, and `asked` says what was asked.

    `law` is that which governs the body, `on` the day whose law was applied. `parts` come
    between the answer and the note on the law.
    """

    category: str
    school: str | None
    subject: str
    answer: str
    asked: str
    law: Instrument
    on: datetime.date
    parts: tuple[Block, ...] = ()
    provisions: tuple[Provision, ...] = ()
    doubts: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()


def document(letter: Letter, *, dated: datetime.date | None = None, sender: str | None = None) -> Document:
    """Set a letter as a document; without its day or its sender there is a marked place for each."""
    to = letter.school or f"[name of the {thing(letter.category)}]"
    said = Document(
        title=f"{letter.subject}: {to}" if letter.school else letter.subject,
        subject=f"Letter under {letter.law.cite}",
        created=dated or letter.on,
        blocks=(
            Paragraph(f"To {chair(letter.category)}{f', {letter.school}' if letter.school else ''}"),
            Paragraph(day_words(dated) if dated else (Gap("date of the letter"),)),
            Paragraph("Dear Chair"),
            Heading(letter.subject, level=1),
            Paragraph(f"{sentence(letter.answer)} {sentence(letter.asked)}"),
            *letter.parts,
            Paragraph(("Yours sincerely\n", sender or Gap("office of the sender"))),
            *part("Note: the law", _note(letter)),
        ),
        footer=letter.subject,
        properties={
            "Law as at": letter.on.isoformat(),
            "Regulations": letter.law.id,
            "Rules hash": letter.law.hash,
        },
    )
    return typeset_names(said)


def _note(letter: Letter) -> Iterator[Block]:
    yield Paragraph(
        f"This letter applies the law of {day_words(letter.on)}, and above all {lower(letter.law.title)} ({letter.law.cite})."
    )
    for one in letter.provisions:
        yield Paragraph(
            (Strong(f"{one.citation}: "), sentence(one.says)) if one.citation else sentence(one.says)
        )
    yield from map(Paragraph, letter.doubts)
    yield from map(Paragraph, letter.cautions)
    yield Paragraph(SOURCE)


def part(title: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Put blocks under a heading; nothing where there are none."""
    blocks = tuple(blocks)
    return (Heading(title, level=2), *blocks) if blocks else ()


def numbered(lines: Iterable[str]) -> tuple[Block, ...]:
    """Number some sentences from 1; nothing where there are none."""
    clauses = tuple(Clause(sentence(line)) for line in lines)
    return (Clauses(clauses),) if clauses else ()


def provisions(findings: Iterable[Finding]) -> tuple[Provision, ...]:
    """Name the provisions that findings rest on, each once."""
    return tuple(dict.fromkeys(Provision(one.citation, one.says) for one in findings))


def cited(citations: Iterable[str]) -> str:
    """Cite several provisions, naming each instrument of law once.

    >>> cited(["SI 2012/1034 reg 13(2)", "SI 2012/1034 reg 14(4)", "SI 2013/1624 reg 4"])
    'SI 2012/1034 reg 13(2) and reg 14(4); SI 2013/1624 reg 4'
    """
    by_law: dict[str, list[str]] = {}
    for citation in citations:
        law, place, number = citation.partition(" reg ")
        by_law.setdefault(law, []).append(f"{place}{number}".strip())
    return "; ".join(f"{law} {listed(places)}".strip() for law, places in by_law.items())


def chair(category: str) -> str:
    """Say to whom the letter goes."""
    return _COMMITTEE if category == "pupil referral unit" else _CHAIR


def people(category: str) -> str:
    """Say what those on the board are called."""
    return "members" if category == "pupil referral unit" else "governors"


def in_words_of(category: str, text: str) -> str:
    """Say of a federation or a unit what our answers say of a school.

    >>> in_words_of("pupil referral unit", "1 staff governor more")
    '1 staff member more'
    """
    if category == "pupil referral unit":
        return member_words(text)
    return federation_words(text) if category == "federation" else text


def whole(proposal: Proposal) -> str:
    """Say which board a proposal is of: "the proposed governing body of 11 governors"."""
    total = proposal.seats.sum()
    return f"the proposed {body_words(proposal).body}" + (
        "" if total is None else f" of {total} {people(proposal.school.category)}"
    )


def thing(category: str) -> str:
    """Say what a body is of: a school, a federation or a unit."""
    return {"pupil referral unit": "unit", "federation": "federation"}.get(category, "school")
