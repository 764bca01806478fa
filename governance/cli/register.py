"""`governance people REGISTER`: who is in post in each body of a register, and what to mind."""

import datetime
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, UNLAWFUL, Day, complain, note_all, say
from governance.cli.inputs import take
from governance.english import day_words
from governance.errors import DocumentError, Problem, ProposalError, UnreadableError
from governance.model import Proposal

if TYPE_CHECKING:
    from governance.people.in_post import InPost


def register_answer(
    file: str,
    on: datetime.date | None,
    instruments: Iterable[str],
    beside: dict[str, str],
    *,
    everything: bool,
    as_json: bool,
    as_jsonld: bool,
    within: int,
    holidays: Iterable[str],
    columns: str | None,
    save_columns: str | None,
    export: str | None,
    force: bool,
    names: bool,
) -> int:
    """Read the register and its instruments, print the answer, and give the exit status."""
    from governance.letters.register import letter  # noqa: PLC0415 - only where a register is given
    from governance.people.in_post import in_post  # noqa: PLC0415
    from governance.people.register import load_columns, read_register  # noqa: PLC0415

    spans = tuple(map(_span, holidays))
    try:
        register = read_register(file, load_columns(columns) if columns else None, names=names)
        proposals = tuple(_instrument(one, beside) for one in instruments)
        if save_columns:
            _save(register.headings, Path(save_columns), force=force)
    except (ProposalError, UnreadableError, DocumentError) as error:
        complain(error)
        if as_json or as_jsonld:
            problems = error.problems if isinstance(error, ProposalError) else (error,)
            click.echo(json.dumps({"register": file, "error": {"problems": [str(one) for one in problems]}}))
        return BAD_INPUT
    day, dated = _day(on, proposals)
    answer = in_post(register, proposals, on=day, within=within, holidays=spans)
    if as_jsonld:
        from governance.gias.jsonld import jsonld  # noqa: PLC0415 - only where it is asked

        note_all(file, register.problems)
        click.echo(json.dumps(jsonld(answer), indent=2, ensure_ascii=False))
    elif as_json:
        click.echo(json.dumps(answer.as_json(), indent=2, ensure_ascii=False))
    else:
        say(letter(answer, dated=dated, everything=everything))
    if export and not _export(answer, Path(export), file, force=force):
        return BAD_INPUT
    found = [note for body in answer.bodies for note in body.findings]
    if any(note.broken for note in found):
        return UNLAWFUL
    return CANNOT_TELL if any(note.grade == "cannot tell" for note in found) else LAWFUL


def _export(answer: "InPost", path: Path, source: str, *, force: bool) -> bool:
    """Write the people as a table, and tell whether it could be written."""
    from governance.files.whole import write_whole  # noqa: PLC0415 - only where it is asked for
    from governance.people.export import export  # noqa: PLC0415

    try:
        data = export(answer, path.suffix)
        write_whole(path, data, force=force, source=source, suffix=path.suffix.lower())
    except DocumentError as error:
        complain(error)
        return False
    complain(f"Wrote {path}.")
    return True


def _instrument(file: str, beside: dict[str, str]) -> Proposal:
    given = take(file, beside)
    for note in given.proposal.read_as:
        complain(f"Note: {note}")
    return given.proposal


def _day(on: datetime.date | None, proposals: Iterable[Proposal]) -> tuple[datetime.date, str]:
    """Take the day that was asked about, or today, or the day on which an instrument takes effect that is to come."""
    if on:
        return on, ""
    today = datetime.date.today()  # noqa: DTZ011 - the day where the reader is
    day = max((today, *(since for one in proposals if (since := one.instrument.effective_on))))
    return day, "no day is given: today" if day == today else "no day is given: the day of effect"


def _span(text: str) -> tuple[datetime.date, datetime.date]:
    first, dots, last = text.partition("..")
    days = [Day().convert(part.strip(), None, None) for part in (first, last if dots else first)]
    if days[1] < days[0]:
        raise click.UsageError(
            f"--holiday {text}: {day_words(days[1])} is before {day_words(days[0])}. Give the first day, then the last."
        )
    return days[0], days[1]


def _save(headings: Mapping[str, tuple[str, ...]], path: Path, *, force: bool) -> None:
    from governance.files.whole import write_whole  # noqa: PLC0415 - only where it is asked for
    from governance.model.toml_writer import toml_file  # noqa: PLC0415

    if not headings:
        problem = Problem(str(path), "", "is not written: there are no columns in a proposal", "Give a table")
        raise ProposalError((problem,))
    data = {field: found[0] if len(found) == 1 else list(found) for field, found in headings.items()}
    write_whole(path, toml_file(data).encode(), force=force, suffix=".toml")
    complain(f"Wrote {path}. Use it with --columns {path}")
