"""How the commands are found: by their own name, near it, or grouped by what people come for.

What is here is read when help is asked for or a name is mistyped; a command that is called by its name needs none of it.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

import click

SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "Begin": ("new", "check", "read", "schema", "desk"),
    "Ask about a board": ("options", "repair", "unknowns", "explain", "compare"),
    "Write": ("draft", "report", "declaration"),
    "Schools on file, and people": ("audit", "people", "transition", "vacancies", "publication", "gias"),
    "The law": ("steps", "law"),
    "For other programs": ("mcp",),
}
"""What people come for, and the commands for it. What is in no section stands at the end."""

_OTHER_WORDS: Final[Mapping[str, str]] = {
    "init": "new",
    "create": "new",
    "wizard": "new",
    "start": "new",
    "validate": "check",
    "verify": "check",
    "test": "check",
    "fix": "repair",
    "suggest": "repair",
    "list": "options",
    "why": "explain",
    "write": "draft",
    "make": "draft",
    "diff": "compare",
    "scan": "audit",
    "search": "law",
    "show": "law",
}
"""What other programs call a command of ours."""

_BEGINNING: Final = (
    ("new", "", "make a proposal by answering questions"),
    ("check", "FILE", "is it lawful? FILE is a proposal, a Word document, a PDF, a text or a spreadsheet"),
    ("options", "--category community --total 9..12", "which boards are lawful at all?"),
    ("repair", "FILE", "what is the least that would make it lawful?"),
    ("draft", "FILE -o OUT.docx", "the instrument of government as a Word document"),
    ("audit", "FOLDER", "everything that is on file, what needs attention first"),
)


def beginning(names: Collection[str]) -> str:
    """Say what this is and where to begin, with those of the commands that there are.

    >>> print(beginning(["check"]))
    The law on school governing bodies in England, checked, explained and drafted.
    <BLANKLINE>
    Where to begin
      governance check FILE
          is it lawful? FILE is a proposal, a Word document, a PDF, a text or a spreadsheet
    <BLANKLINE>
    All commands: governance --help. Nothing leaves this machine.
    """
    lines = [
        f"  {' '.join(filter(None, ('governance', name, what)))}\n      {says}"
        for name, what, says in _BEGINNING
        if name in names
    ]
    return "\n".join(
        (
            "The law on school governing bodies in England, checked, explained and drafted.",
            "",
            "Where to begin",
            *lines,
            "",
            "All commands: governance --help. Nothing leaves this machine.",
        )
    )


def meant(typed: str, names: Collection[str]) -> list[str]:
    """Give the commands that somebody may have meant who typed another word, the likeliest first.

    >>> meant("chekc", ["check", "read"]), meant("fix", ["repair"]), meant("xyz", ["repair"])
    (['check'], ['repair'], [])
    """
    near = get_close_matches(typed.lower(), names)
    other = _OTHER_WORDS.get(typed.lower())
    return [other] if other in names and other is not None else near


def sections(
    names: Collection[str], command: Callable[[str], click.Command | None]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Give the title of each section, and each of its commands with the whole sentence of what it does."""
    placed = {name for those in SECTIONS.values() for name in those}
    others = tuple(name for name in names if name not in placed)
    for title, those in {**SECTIONS, "More": others}.items():
        found = [(name, command(name)) for name in those if name in names]
        rows = [(name, _summary(one)) for name, one in found if one is not None]
        if rows:
            yield title, rows


def _summary(command: click.Command) -> str:
    return command.get_short_help_str(limit=1_000)
