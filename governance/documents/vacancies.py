"""The report on vacancies that an authority puts before its members: in Word, and as a workbook."""

from collections.abc import Iterator, Sequence
from typing import Final

from governance.documents.letters.letter import part
from governance.documents.word.blocks import (
    Block,
    Clause,
    Clauses,
    Column,
    Document,
    Paragraph,
    Subtitle,
    Table,
    Text,
    Title,
)
from governance.english import day_words, sentence
from governance.files.spreadsheet import Column as SheetColumn
from governance.files.spreadsheet import Value, workbook
from governance.letters.vacancies import category_words, ending_words, summary
from governance.people.vacancies import Ending, Place, Vacancies

_NUMBERS: Final = ("Seats", "In post", "Vacant", "Surplus")
_READ: Final = (
    "Seats are those of the instrument of government of each body, and people those of the registers. People are named by "
    "their key and never by name."
)


def document(found: Vacancies, *, authority: str | None = None) -> Document:
    """Set the report as a document."""
    title = "Governor vacancies"
    when = f"on {day_words(found.on)}"
    return Document(
        title=f"{title} {when}",
        subject="Vacancies on school governing bodies",
        created=found.on,
        blocks=(
            Title(title),
            Subtitle(f"{authority}, {when}" if authority else f"{when[:1].upper()}{when[1:]}"),
            Paragraph(summary(found)),
            Paragraph(_READ),
            *part("All governing bodies", _by_category(found)),
            *part("Vacancies by body", _by_body(found)),
            *part("Places that the authority nominates for", _ours(found)),
            *part(
                f"Terms that end before {day_words(found.before)}",
                _terms(found.endings, "Terms of governors in post", "Term ends"),
            ),
            *part(
                "Terms that are over",
                _terms(found.over, "Governors of whom no leaving is recorded", "Term ended"),
            ),
            *part("What could not be told", _open(found)),
        ),
        header=authority,
        footer=title,
    )


def vacancies_workbook(found: Vacancies) -> bytes:
    """Make the workbook: each category of each body in a row, with the terms that end soon."""
    ends: dict[tuple[str, str], list[str]] = {}
    for one in found.endings:
        ends.setdefault((one.body, one.category), []).append(f"{one.key}: {ending_words(one)}")
    rows: list[tuple[Value, ...]] = [
        (
            one.body,
            category_words(one.category),
            one.seats,
            one.in_post,
            one.vacancies,
            one.surplus,
            "\n".join(ends.get((one.body, one.category), ())),
        )
        for one in found.places
    ]
    columns = (
        SheetColumn("Governing body", 44),
        SheetColumn("Category", 28),
        *(SheetColumn(head, 9) for head in _NUMBERS),
        SheetColumn(f"Terms that end before {day_words(found.before)}", 52),
    )
    return workbook("Vacancies", columns, rows, on=found.on)


def _by_category(found: Vacancies) -> Iterator[Block]:
    if found.totals:
        yield Table(
            caption="Seats and people by category",
            description="For each category of governor the seats, those in post, the vacancies and the surplus, in all",
            columns=(Column("Category", share=16), *_number_columns()),
            rows=tuple((category_words(one.category), *_numbers(one)) for one in found.totals),
        )


def _by_body(found: Vacancies) -> Iterator[Block]:
    if found.vacant:
        yield Table(
            caption="Where somebody is wanted",
            description="Each governing body and category with a vacancy, with its seats, those in post and the vacancies",
            columns=(Column("Governing body", share=14), Column("Category", share=11), *_number_columns()),
            rows=tuple((one.body, category_words(one.category), *_numbers(one)) for one in found.vacant),
        )


def _ours(found: Vacancies) -> Iterator[Block]:
    if found.ours:
        yield Table(
            caption="Local authority governors",
            description="For each governing body the seats of local authority governors, those in post and the vacancies",
            columns=(Column("Governing body", share=16), *_number_columns()),
            rows=tuple((one.body, *_numbers(one)) for one in found.ours),
        )


def _terms(endings: Sequence[Ending], caption: str, head: str) -> Iterator[Block]:
    if endings:
        yield Table(
            caption=caption,
            description="Each term with the governing body, the governor by a key, and the day in both readings of the law",
            columns=(Column("Governing body", share=4), Column("Governor", share=3), Column(head, share=3)),
            rows=tuple((one.body, one.key, ending_words(one)) for one in endings),
        )


def _open(found: Vacancies) -> Iterator[Block]:
    lines = [
        *(
            f"{body}: no instrument is given, so its seats and vacancies are not known"
            for body in found.without
        ),
        *(f"{body}: no register names anybody, so who is in post is not known" for body in found.unlisted),
        *found.unsettled,
    ]
    if found.problems:
        some = "1 thing" if len(found.problems) == 1 else f"{len(found.problems)} things"
        lines.append(f"{some} in the files could not be read, and may change these numbers")
    if lines:
        yield Clauses(tuple(Clause(sentence(line)) for line in lines))


def _number_columns() -> Sequence[Column]:
    return tuple(Column(head, share=len(head) + 2, numbers=True) for head in _NUMBERS)


def _numbers(place: Place) -> tuple[Text, ...]:
    return (str(place.seats), str(place.in_post), str(place.vacancies), str(place.surplus))
