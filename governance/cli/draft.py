"""`governance draft`: the instrument of government as a Word document, for one proposal or a folder of them."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

import governance
from governance.cli.board import board_options
from governance.cli.common import on_option
from governance.cli.inputs import Source, beside_options, on_a_day, sources, take
from governance.cli.writing import Job, Where, attest_option, named, notes_on, write, writing_options

if TYPE_CHECKING:
    from governance.documents.template import Template
    from governance.model.names import Attest


@click.command(epilog="Example: governance draft examples/rift-house.toml -o rift-house.docx")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@writing_options
@on_option
@beside_options
@board_options()
@click.option("--anyway", is_flag=True, help="Draft an unlawful or incomplete one, marked so on every page.")
@click.option("--changes", is_flag=True, help="Add an annex of what changes from the seats it replaces.")
@click.option(
    "--changes-from", metavar="OLD", help="Add an annex of what changes from the proposal in this file."
)
@click.option(
    "--plain", is_flag=True, help="Leave out the content controls by which it is read back exactly."
)
@attest_option
@click.pass_context
def draft(
    ctx: click.Context,
    files: tuple[str, ...],
    on: datetime.date | None,
    *,
    beside: dict[str, str],
    output: Path | None,
    folder: Path | None,
    style: str | None,
    pdf: bool,
    force: bool,
    anyway: bool,
    attest: "Attest | None",
    changes: bool,
    changes_from: str | None,
    plain: bool,
) -> None:
    """Draft the instrument of government that each proposal describes.

    FILE is a proposal in TOML or JSON, a table of boards with a school in each row, or a document as for `governance
    check`, and then a note says how it was read; "-" reads a proposal from standard input. Without FILE the
    board is the one that --parent and the like state. One is written to the file that -o names,
    several into the folder that -d names; one that cannot be drafted does not stop the others, and all are listed at the
    end. An unlawful or incomplete proposal is refused with the reasons. What a proposal gives and its instrument leaves
    out is named in a note, and so is what is left to be filled in. A file is written whole or not at all. The exit
    status is 0 if every file was written, 1 if a proposal is unlawful, 2 for bad input or usage, 3 if one is
    incomplete; of several the worst decides: bad input, then unlawful, then incomplete.
    """
    if changes_from and len(files) > 1:
        raise click.UsageError("--changes-from is of one FILE.")

    def made(name: str, source: Source) -> Job:
        def make(template: "Template | None") -> tuple[bytes, tuple[str, ...]]:
            given = on_a_day(source.take(beside), on)
            old = take(changes_from, {}).proposal if changes_from else None
            data = governance.draft(
                given.proposal,
                on=given.on,
                anyway=anyway,
                attest=attest,
                changes=changes,
                changes_from=old,
                template=template,
                plain=plain,
            )
            return data, notes_on([given])

        return Job(name, (source.file, *([changes_from] if changes_from else [])), make)

    where = Where(output=output, folder=folder, style=style, pdf=pdf, force=force)
    write(ctx, [made(name, source) for name, source in named(sources(files))], where)
