"""What the commands that write Word files share: where to, in whose template, and how several get done."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, UNLAWFUL, WORST_LAST, complain
from governance.cli.inputs import Given, Source
from governance.errors import CannotTellError, DocumentError, DraftRefusedError, GovernanceError
from governance.files import budget
from governance.model.names import ATTESTS

if TYPE_CHECKING:
    from governance.documents.template import Template

_NOT_IN_NAMES: Final = re.compile(r"""[\x00-\x1f<>:"/\\|?*]""")
_LONGEST_NAME: Final = 100
_AT_ONCE: Final = 200
"""How many Word files wait to become PDFs in one start of LibreOffice."""


@attrs.frozen(kw_only=True)
class Where:
    """Where Word files go and how: one file or a folder, whose template, PDFs beside them, and whether to overwrite."""

    output: Path | None
    folder: Path | None
    style: str | None
    pdf: bool
    force: bool


@attrs.frozen
class Job:
    """One Word file to make: `name` is what it is called in a folder, `sources` the files it must never overwrite.

    `make` gives the file, and notes on what its reader ought to know; it is on so many `proposals`.
    """

    name: str
    sources: tuple[str, ...]
    make: Callable[["Template | None"], tuple[bytes, tuple[str, ...]]]
    proposals: int = 1


def writing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add -o, -d, --style, --pdf and --force, which `Where` takes by their names."""
    options = (
        click.option("-o", "--output", type=click.Path(path_type=Path), help="The Word file to write."),
        click.option(
            "-d",
            "--dir",
            "folder",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help="The folder for several Word files, each named after its FILE.",
        ),
        click.option(
            "--style",
            metavar="TEMPLATE",
            help="Your own Word template (.dotx or .docx): its styles, header, footer, margins and logo are kept.",
        ),
        click.option("--pdf", is_flag=True, help="Write a tagged PDF beside each Word file, by LibreOffice."),
        click.option("--force", is_flag=True, help="Overwrite files that are there."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def attest_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --attest: how the authority attests an instrument."""
    return click.option(
        "--attest",
        type=click.Choice(ATTESTS),
        help="The block at the end of the instrument: signature, seal or none. Default: signature; "
        "none where TEMPLATE has its own.",
    )(command)


def write(ctx: click.Context, jobs: Sequence[Job], where: Where, *, worst: int = LAWFUL) -> None:
    """Make and write every file, say what was written and what not, and end with the worst status, that of what was left out before (`worst`) included.

    One that fails does not stop the others. Nothing is made where two would have the same name, where the template
    cannot be used, or where there is to be a PDF and no LibreOffice.
    """
    try:
        targets = _targets(jobs, where)
        template = load_style(where.style)
        if where.pdf:
            from governance.files.pdf import office  # noqa: PLC0415 - only where a PDF is wanted

            office()
    except DocumentError as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    done, failed, notes = _write_all(list(zip(jobs, targets, strict=True)), where, template)
    for note in notes:
        complain(f"Note: {note}")
    if where.folder is None:
        for reason in failed.values():
            complain(reason)
        for path in done:
            click.echo(f"Wrote {path}.")
    else:
        click.echo(f"Wrote {len(done)} of {len(jobs) * (1 + where.pdf)} files to {where.folder}.")
        if failed:
            complain("\n".join(("Not written:", *(_told(path, error) for path, error in failed.items()))))
    ctx.exit(max((worst, *map(_status, failed.values())), key=WORST_LAST.index))


def write_one(job: Job, where: Where) -> bool:
    """Make and write the file `where.output` beside an answer, say what was written, and tell whether it was."""
    if where.output is None:
        return False
    try:
        template = load_style(where.style)
        if where.pdf:
            from governance.files.pdf import office  # noqa: PLC0415 - only where a PDF is wanted

            office()
    except DocumentError as error:
        complain(error)
        return False
    done, failed, notes = _write_all([(job, where.output)], where, template)
    for said in (*(f"Note: {note}" for note in notes), *failed.values()):
        complain(said)
    for path in done:
        click.echo(f"Wrote {path}.")
    return not failed


def _targets(jobs: Sequence[Job], where: Where) -> list[Path]:
    """Say where each file goes; DocumentError where two would be the same file."""
    if where.output is not None and where.folder is None:
        if len(jobs) > 1:
            raise click.UsageError("-o is the name of one file. For several give -d DIR.")
        return [where.output]
    if where.folder is None or where.output is not None:
        raise click.UsageError("Say where to write: -o FILE.docx for one file, or -d DIR for several.")
    by_name: dict[str, list[str]] = {}
    for job in jobs:
        if not job.name or job.name == "-":
            raise click.UsageError("Standard input has no name to call a file by in DIR. Give -o FILE.docx.")
        by_name.setdefault(job.name.casefold(), []).append(job.sources[0])
    clashes = [f"{' and '.join(files)}" for files in by_name.values() if len(files) > 1]
    if clashes:
        raise DocumentError(
            f"Nothing was written, because these would have the same name in {where.folder}: {'; '.join(clashes)}. "
            "Write them to different folders, or rename one."
        )
    try:
        where.folder.mkdir(exist_ok=True)
    except OSError as error:
        raise DocumentError(f"{where.folder}: cannot be made a folder: {error.strerror}.") from None
    return [where.folder / f"{job.name}.docx" for job in jobs]


def named(of: Iterable[Source]) -> Iterator[tuple[str, Source]]:
    """Give what the Word file of each is called in a folder: after its FILE; for a row of a table after the school.

    A row without a name, or with that of another, is called after its place, too.
    """
    seen: set[str] = set()
    for source in of:
        if source.row is None:
            yield Path(source.file).stem, source
            continue
        name = " ".join(_NOT_IN_NAMES.sub(" ", source.row.name).split())[:_LONGEST_NAME].strip(". ")
        if not name or name.casefold() in seen:
            place = f"{Path(source.file).stem} row {source.name.rpartition(':')[2]}"
            name = f"{name} ({place})" if name else place
        seen.add(name.casefold())
        yield name, source


def load_style(style: str | None) -> "Template | None":
    """Load a council's template, and say what is left out of it; UnreadableError where it cannot be used."""
    if style is None:
        return None
    from governance.documents.template import load_template  # noqa: PLC0415 - only where one is given

    template = load_template(style)
    for note in template.notes:
        complain(f"Note: {style}: {note}.")
    return template


def _write_all(
    jobs: Sequence[tuple[Job, Path]], where: Where, template: "Template | None"
) -> tuple[list[Path], dict[Path, GovernanceError], list[str]]:
    """Make and write them one by one; give what was written, by file why others were not, and notes."""
    from governance.files.whole import may_write, write_whole  # noqa: PLC0415 - only where a file is written

    done: list[Path] = []
    failed: dict[Path, GovernanceError] = {}
    notes: list[str] = []
    waiting: dict[Path, bytes] = {}
    hidden = where.folder is None or not sys.stderr.isatty()
    with click.progressbar(jobs, label="Writing", file=sys.stderr, hidden=hidden) as progress:
        for number, (job, path) in enumerate(progress, start=1):
            try:
                for source in (*job.sources, where.style or ""):
                    may_write(path, force=where.force, source=source)
                    if where.pdf:
                        may_write(path.with_suffix(".pdf"), force=where.force, source=source, suffix=".pdf")
                with budget.of(job.sources[0], anew=number > 1, times=job.proposals):
                    data, noted = job.make(template)
                write_whole(path, data, force=where.force)
            except GovernanceError as error:
                failed[path] = error
            else:
                done.append(path)
                notes += noted
                if where.pdf:
                    waiting[path.with_suffix(".pdf")] = data
            if len(waiting) == _AT_ONCE or number == len(jobs):
                written, unwritten = _write_pdfs(waiting, force=where.force)
                done, failed, waiting = [*done, *written], {**failed, **unwritten}, {}
    return done, failed, notes


def _write_pdfs(waiting: dict[Path, bytes], *, force: bool) -> tuple[list[Path], dict[Path, GovernanceError]]:
    if not waiting:
        return [], {}
    budget.close()
    from governance.files.pdf import to_pdf  # noqa: PLC0415
    from governance.files.whole import write_whole  # noqa: PLC0415

    done: list[Path] = []
    failed: dict[Path, GovernanceError] = {}
    try:
        made = to_pdf({str(path): data for path, data in waiting.items()})
    except DocumentError as error:
        return [], dict.fromkeys(waiting, error)
    for path in waiting:
        try:
            write_whole(path, made[str(path)], force=force, suffix=".pdf")
        except KeyError:
            failed[path] = DocumentError(f"{path}: LibreOffice made no PDF of the Word file beside it.")
        except DocumentError as error:
            failed[path] = error
        else:
            done.append(path)
    return done, failed


def readable(source: Source, beside: Mapping[str, str]) -> bool:
    """Tell whether a row can be read, and say what is wrong where it cannot."""
    try:
        source.take(beside)
    except GovernanceError as error:
        complain(error)
        return False
    return True


def notes_on(given: Sequence[Given]) -> tuple[str, ...]:
    """Say of each what its instrument leaves out and what is still to be filled in, and how it was read."""
    from governance.documents.instrument.left_out import left_out  # noqa: PLC0415 - only where a file is written

    return tuple(
        f"{one.proposal.source}: {note}"
        for one in given
        for note in (
            *filter(None, (one.dated, one.as_read().strip())),
            *left_out(one.proposal, on=one.on),
        )
    )


def _told(path: Path, error: GovernanceError) -> str:
    """Say which file was not written, and beneath it why."""
    reasons = "\n".join(f"    {line}" for line in str(error).splitlines())
    return f"  {path.name}\n{reasons}"


def _status(error: GovernanceError) -> int:
    match error:
        case CannotTellError() | DraftRefusedError(unlawful=False):
            return CANNOT_TELL
        case DraftRefusedError():
            return UNLAWFUL
    return BAD_INPUT
