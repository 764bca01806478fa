"""Which run of numbers a block belongs to, so that every run starts at 1.

`base/numbering.xml` holds two patterns, for clauses (1. (a) (i)) and for sections (1. 1.1 (a) (i)), and the two
lists that the styles name. The first run of a kind uses the list its styles name; each later run has a list
of its own, which Word must be told to start afresh.
"""

from collections.abc import Sequence

from governance.documents.word.blocks import Block, Clauses, Sections
from governance.documents.word.markup import Xml, element, join

_STYLED = {Clauses: 1, Sections: 2}
_LEVELS = {Clauses: 3, Sections: 4}
UNNUMBERED = 0


def assign(blocks: Sequence[Block]) -> tuple[int, ...]:
    """Find the list each block is numbered by, or UNNUMBERED."""
    lists: list[int] = []
    later = max(_STYLED.values())
    for block in blocks:
        styled = _STYLED.get(type(block), UNNUMBERED)
        if styled in lists and styled != UNNUMBERED:
            later += 1
            lists.append(later)
        else:
            lists.append(styled)
    return tuple(lists)


def later_lists(blocks: Sequence[Block]) -> Xml:
    """Write the lists for the second and later runs of each kind."""
    styled = _STYLED.values()
    return join(
        _fresh(block, number)
        for block, number in zip(blocks, assign(blocks), strict=True)
        if number != UNNUMBERED and number not in styled
    )


def _fresh(block: Block, number: int) -> Xml:
    pattern = _STYLED[type(block)]
    restarts = (
        element("lvlOverride", element("startOverride", val=1), ilvl=level)
        for level in range(_LEVELS[type(block)])
    )
    return element("num", element("abstractNumId", val=pattern), *restarts, numId=number)
