"""An officer's or a council's own words, as plain text, into numbered paragraphs and their lists."""

import re
from collections.abc import Iterable
from typing import Final

from governance.documents.word.blocks import Clause, Item, plain

_BETWEEN: Final = re.compile(r"\n[ \t]*\n")
_MARK: Final = re.compile(r"\A\s*(?:[-*•–—]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
"""What a line of a list begins with: a dash, a star, a bullet, 1. or (a)."""


def clauses(*texts: str) -> tuple[Clause, ...]:
    r"""Give the paragraphs of texts: a blank line ends one, and lines that begin with a dash or a number are a list.

    >>> [one] = clauses("The board wants:\n- more skills\n- more support")
    >>> one.text, [item.text for item in one.items]
    ('The board wants:', ['more skills', 'more support'])
    """
    found: list[Clause] = []
    for block in (block for text in texts for block in _BETWEEN.split(text) if block.strip()):
        lead, items = _parted(block.splitlines())
        lists = tuple(map(Item, items))
        if lead:
            found.append(Clause(lead, items=lists))
        elif found and not found[-1].items and plain(found[-1].text).endswith(":"):
            found[-1] = Clause(found[-1].text, items=lists)
        else:
            found += map(Clause, items)
    return tuple(found)


def _parted(lines: Iterable[str]) -> tuple[str, list[str]]:
    """Part the lines before a list from its entries; a line without a mark goes on with what is before it."""
    parts: list[list[str]] = [[]]
    for line in lines:
        mark = _MARK.match(line)
        if mark:
            parts.append([])
        parts[-1] += line[mark.end() if mark else 0 :].split()
    lead, *items = (" ".join(words) for words in parts)
    return lead, [item for item in items if item]
