"""`governance report`: the paper on which a council decides, as a Word document."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

import governance
from governance.cli.common import Day, on_option
from governance.cli.writing import Job, Where, attest_option, left_out_of, write, writing_options

if TYPE_CHECKING:
    from governance.documents.template import Template
    from governance.model.names import Attest


@click.command(
    epilog="Example: governance report examples/rift-house.toml --house docs/house-style.toml -o report.docx"
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@writing_options
@click.option(
    "--house", metavar="TOML", help="The council's house style: headings, sections and standing words."
)
@click.option("--date", "meeting", type=Day(), metavar="DATE", help="The day of the decision.")
@on_option
@click.option(
    "--anyway", is_flag=True, help="Report on an unlawful or incomplete one, marked so on every page."
)
@attest_option
@click.pass_context
def report(
    ctx: click.Context,
    files: tuple[str, ...],
    *,
    output: Path | None,
    folder: Path | None,
    style: str | None,
    pdf: bool,
    force: bool,
    house: str | None,
    meeting: datetime.date | None,
    on: datetime.date | None,
    anyway: bool,
    attest: "Attest | None",
) -> None:
    """Write the decision report on one proposal or several, with each instrument as an appendix.

    FILE is a proposal in TOML or JSON. With -o one paper carries them all; with -d each has its own. Facts come from
    the proposals and from what the check finds; where a person must write, the report says so in a marked place. An
    unlawful or incomplete proposal is refused with the reasons; with --anyway the report says that it cannot be
    approved. A file is written whole or not at all. The exit status is 0 if every file was written, 1 if a proposal
    is unlawful, 2 for bad input or usage, 3 if one is incomplete.
    """

    def made(name: str, of: tuple[str, ...]) -> Job:
        def make(template: "Template | None") -> tuple[bytes, tuple[str, ...]]:
            proposals = [governance.load(file) for file in of]
            data = governance.report(
                proposals,
                house=house,
                on=on,
                meeting=meeting,
                anyway=anyway,
                attest=attest,
                template=template,
            )
            return data, left_out_of(proposals, on)

        return Job(name, (*of, *([house] if house else [])), make, len(of))

    jobs = [made("report", files)] if folder is None else [made(Path(file).stem, (file,)) for file in files]
    write(ctx, jobs, Where(output=output, folder=folder, style=style, pdf=pdf, force=force))
