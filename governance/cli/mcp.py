"""`governance mcp`: the answers as tools for an assistant."""

import click

from governance.cli.common import BAD_INPUT, complain


@click.command(epilog="Example: governance mcp")
@click.pass_context
def mcp(ctx: click.Context) -> None:
    """Give an assistant the answers as tools, by the Model Context Protocol over standard input and output.

    The tools are check, repair, options, why_not, unknowns, law_of_a_day and rule. They only read, and nothing leaves
    this machine but what the assistant itself sends on. Tell the assistant's program to start this command. It needs
    the extra of that name: pip install "governance[mcp]". The exit status is 2 without it.
    """
    try:
        from governance.desk.mcp import serve  # noqa: PLC0415 - the SDK is slow to load, and no other command needs it
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "governance":
            raise
        complain('This needs the official SDK of the protocol: pip install "governance[mcp]"')
        ctx.exit(BAD_INPUT)
    serve()
