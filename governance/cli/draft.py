"""`governance draft`: the instrument of government as a Word document."""

import datetime
from pathlib import Path

import click

import governance
from governance.cli.common import BAD_INPUT, CANNOT_TELL, UNLAWFUL, complain, on_option
from governance.errors import CannotTellError, DocumentError, DraftRefusedError, ProposalError


@click.command(epilog="Example: governance draft examples/rift-house.toml -o rift-house.docx")
@click.argument("file")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The Word file to write."
)
@on_option
@click.option("--anyway", is_flag=True, help="Draft an unlawful or incomplete one, marked so on every page.")
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.pass_context
def draft(
    ctx: click.Context, file: str, output: Path, on: datetime.date | None, *, anyway: bool, force: bool
) -> None:
    """Draft the instrument of government that a proposal describes.

    An unlawful or incomplete proposal is refused with the reasons. The file is written whole or not at all.
    The exit status is 0 if the file was written, 1 if the proposal is unlawful, 2 for bad input or usage, 3 if
    it is incomplete.
    """
    from governance.documents.files import write_whole  # noqa: PLC0415 - only where a file is written

    try:
        data = governance.draft(governance.load(file), on=on, anyway=anyway)
        write_whole(output, data, force=force, source=file)
    except (ProposalError, DocumentError) as error:
        complain(error)
        ctx.exit(BAD_INPUT)
    except CannotTellError as error:
        complain(error)
        ctx.exit(CANNOT_TELL)
    except DraftRefusedError as error:
        complain(error)
        ctx.exit(UNLAWFUL if error.unlawful else CANNOT_TELL)
    click.echo(f"Wrote {output}.")
