"""An answer as a table of HTML, for a notebook. It is read by a person with a screen reader, too: it has a caption and heads."""

from collections.abc import Iterable, Sequence
from html import escape

from governance.answers.finding import Cell


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write the table; a cell of two is a text and the address that it links to.

    >>> table("Rules", ["Rule"], [[("reg 13", "https://a.uk/13")], ["<b>"]])
    '<table><caption>Rules</caption><thead><tr><th scope="col">Rule</th></tr></thead>\
<tbody><tr><td><a href="https://a.uk/13">reg 13</a></td></tr><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{_cell(one)}</td>' for one in row)}</tr>" for row in rows)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, tuple):
        text, url = cell
        return f'<a href="{escape(url)}">{escape(text)}</a>' if url else escape(text)
    return escape("" if cell is None else str(cell))
