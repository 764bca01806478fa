"""`governance read`: what a document says of a governing body, each value with the words it rests on."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, LAWFUL, complain, say
from governance.cli.inputs import beside_options
from governance.cli.streams import for_a_file
from governance.errors import ContradictionError, DocumentError, UnreadableError

if TYPE_CHECKING:
    from governance.reading.evidence import Understood


@click.command(epilog="Example: governance read examples/documents/rift-house.txt -o proposal.toml")
@click.argument("file", metavar="FILE")
@beside_options
@click.option("--toml", "as_toml", is_flag=True, help="Print a proposal file with the evidence as comments.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    help="Write it to a file, in UTF-8, instead of the screen: proposal.toml.",
)
@click.option("--force", is_flag=True, help="Overwrite OUT if it is there.")
@click.pass_context
def read(
    ctx: click.Context,
    file: str,
    *,
    beside: dict[str, str],
    as_toml: bool,
    as_json: bool,
    output: str | None,
    force: bool,
) -> None:
    """Read an instrument of government that someone else wrote, and quote the words of every value.

    FILE is a Word document (.docx), a PDF or a text file, or with LibreOffice a .doc, .odt or .rtf; "-" reads pasted
    text from standard input. An OUT that ends in .toml or .json is of that kind without --toml or --json. The exit
    status is 0 if everything was read that a check needs, 2 if the document cannot be read or its subject is not
    covered, with the reason, and 3 where something that a check needs was not found, or the document contradicts
    itself.
    """
    from governance.reading.beside import with_beside  # noqa: PLC0415 - --help needs none of it
    from governance.reading.needs import settled  # noqa: PLC0415

    if as_toml and as_json:
        raise click.UsageError("Give --toml or --json, not both.")
    try:
        understood = with_beside(_read(file), beside)
    except ContradictionError as error:
        complain(error)
        if as_json:
            click.echo(json.dumps({"source": file, "error": {"problems": [str(error)]}}, indent=2))
        ctx.exit(CANNOT_TELL)
    except UnreadableError as error:
        complain(error)
        if as_json:
            click.echo(json.dumps({"source": file, "error": {"problems": [str(error)]}}, indent=2))
        ctx.exit(BAD_INPUT)
    if output is None:
        text = _shown(understood, as_toml=as_toml, as_json=as_json)
        (click.echo if as_toml or as_json else say)(for_a_file(text) if as_toml else text)
    elif not _write(Path(output), file, understood, as_toml=as_toml, as_json=as_json, force=force):
        ctx.exit(BAD_INPUT)
    if understood.outside:
        ctx.exit(BAD_INPUT)
    ctx.exit(LAWFUL if settled(understood) else CANNOT_TELL)


def _write(
    path: Path, file: str, understood: "Understood", *, as_toml: bool, as_json: bool, force: bool
) -> bool:
    """Write what was read to a file, and tell whether it could be written."""
    from governance.files.whole import write_whole  # noqa: PLC0415 - only where a file is written

    kind = path.suffix.lower()
    as_toml, as_json = (as_toml, as_json) if as_toml or as_json else (kind == ".toml", kind == ".json")
    text = _shown(understood, as_toml=as_toml, as_json=as_json)
    try:
        write_whole(path, f"{text}\n".encode(), force=force, source=file, suffix=kind)
    except DocumentError as error:
        complain(error)
        return False
    click.echo(f"Wrote {path}.", err=True)
    return True


def _read(file: str) -> "Understood":
    from governance.reading import read as reader  # noqa: PLC0415

    if file != "-":
        return reader.read(file)
    if sys.stdin is None:
        raise UnreadableError("standard input is closed", "Name a file.", source="-")
    return reader.read_pasted(sys.stdin.buffer.read(reader.MOST_PASTED + 1))


def _shown(understood: "Understood", *, as_toml: bool, as_json: bool) -> str:
    if as_toml:
        from governance.reading.proposal_file import proposal_file  # noqa: PLC0415

        return proposal_file(understood).removesuffix("\n")
    if as_json:
        from governance.reading.as_json import as_json as plain  # noqa: PLC0415

        return json.dumps(plain(understood), indent=2, ensure_ascii=False)
    from governance.letters.reading import letter  # noqa: PLC0415

    return letter(understood)
