"""How Sphinx builds these pages into a site: `make docs`. What can be generated is generated while it builds.

The rule book is written by the command that a user has for it, and the page of commands by the commands themselves.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from docutils import nodes
from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from governance.cli.commands import sections
from governance.cli.main import main as governance
from governance.documents.book import write
from governance.law.library import compared, library
from governance.version import __version__

project = "governance"
author = copyright = "the governance authors"  # noqa: A001 - the name that Sphinx asks for
release = __version__
language = "en-GB"

extensions = ["myst_parser"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"governance {release}"
html_show_sphinx = False


class Commands(SphinxDirective):
    """Write the help of every command, under the headings of `governance --help`."""

    def run(self) -> list[nodes.Node]:
        """Give a section for each heading, and in it one for each command."""
        context = click.Context(governance, info_name="governance")
        names = governance.list_commands(context)
        return [
            _section(title, *(_help(command, context) for command in _commands(rows, context)))
            for title, rows in sections(names, lambda name: governance.get_command(context, name))
        ]


def _commands(rows: list[tuple[str, str]], context: click.Context) -> Iterator[click.Command]:
    for name, _ in rows:
        command = governance.get_command(context, name)
        if command is not None:
            yield command


def _help(command: click.Command, parent: click.Context) -> nodes.section:
    context = click.Context(command, parent=parent, info_name=command.name, max_content_width=100)
    text = command.get_help(context)
    within = command.commands.values() if isinstance(command, click.Group) else ()
    return _section(
        context.command_path,
        nodes.literal_block(text, text, language="text"),
        *(_help(one, context) for one in within),
    )


def _section(title: str, *inner: nodes.Node) -> nodes.section:
    return nodes.section("", nodes.title(title, title), *inner, ids=[nodes.make_id(title)])


def _rule_book(app: Sphinx, error: Exception | None) -> None:
    """Write the rule book of the day on which the law was last compared beside the pages."""
    if error is None and app.builder.format == "html":
        law = library()
        write(law, compared(law), Path(app.outdir) / "rule-book", word=None, force=True)


def setup(app: Sphinx) -> dict[str, Any]:
    """Add what is ours to Sphinx."""
    app.add_directive("commands", Commands)
    app.add_lexer("mermaid", TextLexer)
    app.connect("build-finished", _rule_book)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
