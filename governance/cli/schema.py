"""`governance schema`: the keys of a proposal, for an editor."""

import json

import click


@click.command(epilog="Example: governance schema > proposal.schema.json")
def schema() -> None:
    """Print the JSON Schema of a proposal file, by which an editor completes and checks what is typed.

    It is of draft 2020-12. The extension Even Better TOML reads it where the first line of a proposal is
    `#:schema ./proposal.schema.json`.
    """
    from governance.model.schema import schema as of_a_proposal  # noqa: PLC0415 - only where it is asked

    click.echo(json.dumps(of_a_proposal(), indent=2, ensure_ascii=False))
