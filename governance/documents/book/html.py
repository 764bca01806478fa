"""HTML, built from values: every text is escaped unless it was built here.

>>> tag("span", "Fish & ", tag("em", "chips"), class_="menu")
'<span class="menu">Fish &amp; <em>chips</em></span>'
"""

import html
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

_ALONE: Final = frozenset({"meta", "link", "br", "hr", "line", "rect", "circle", "path"})
_WITHIN_A_LINE: Final = frozenset({"a", "code", "em", "strong", "span", "th", "td", "text", "stop"})


class Html(str):
    """Markup, as opposed to text that has still to be escaped."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give it as it is to a template, which escapes everything else."""
        return str(self)


Content = str | Html | None


def tag(element: str, /, *content: Content, **attributes: str | float | None) -> Html:
    """Build one element. `class_` and `for_` stand for attributes that Python keeps to itself."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if element in _ALONE:
        return Html(
            f"<{element}{said}>" if element in ("meta", "link", "br", "hr") else f"<{element}{said}/>"
        )
    end = "" if element in _WITHIN_A_LINE else "\n"
    return Html(f"<{element}{said}>{join(content)}</{element}>{end}")


def join(content: Iterable[Content], *, between: Content = "") -> Html:
    """Put contents one after the other."""
    return Html(_escaped(between).join(_escaped(one) for one in content if one is not None))


def _escaped(content: Content) -> Html:
    if isinstance(content, Html):
        return content
    return Html(html.escape(content or "", quote=False))


def link(address: str | None, text: Content, **attributes: str | None) -> Html:
    """Link a text; without an address, the text alone."""
    if address is None:
        return join([text])
    return tag("a", text, href=address, **attributes)


def paragraph(*content: Content, class_: str | None = None) -> Html:
    """One paragraph."""
    return tag("p", *content, class_=class_)


def bullets(items: Iterable[Content]) -> Html:
    """A list; nothing where there are no items."""
    listed = join(tag("li", item) for item in items)
    return tag("ul", listed) if listed else Html()


@attrs.frozen
class Facts:
    """Names and what is said under each, where something is."""

    pairs: tuple[tuple[str, Content], ...]

    def html(self) -> Html:
        """Write them as a list of descriptions."""
        said = ((name, content) for name, content in self.pairs if content)
        return tag("dl", *(tag("div", tag("dt", name), tag("dd", content)) for name, content in said))


def table(
    caption: Content,
    columns: Sequence[Content],
    rows: Iterable[Sequence[Content]],
    *,
    label: str,
    numbers: frozenset[int] = frozenset(),
    class_: str | None = None,
) -> Html:
    """A table whose first column names its rows; it can be scrolled by keyboard where it is too wide.

    `numbers` are the places of the columns that hold numbers, and `label` names the region for a screen reader.
    """

    def number(place: int) -> str | None:
        return "number" if place in numbers else None

    head = tag("tr", *(tag("th", one, scope="col", class_=number(n)) for n, one in enumerate(columns)))
    body = (
        tag(
            "tr",
            tag("th", row[0], scope="row"),
            *(tag("td", one, class_=number(n)) for n, one in enumerate(row[1:], start=1)),
        )
        for row in rows
    )
    whole = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body), class_=class_)
    return tag("div", whole, class_="scroll", role="region", aria_label=label, tabindex=0)
