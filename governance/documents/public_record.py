"""An audit of the public record as one page that an authority can publish: static, with its drawing, tables and style inside."""

import datetime
import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from governance.documents.book.html import Content, Html, bullets, join, paragraph, table, tag
from governance.documents.book.style import STYLE
from governance.english import day_words, listed
from governance.gias.audit.finding import CANNOT_TELL, CONTRADICTS, EMPTY, EXACTLY, GRADES, INCOMPLETE
from governance.gias.audit.letter import MEANS, ONE_SIDED, in_order
from governance.gias.audit.one import EVIDENCE, Audited
from governance.gias.audit.summary import Group, Summary
from governance.gias.record import Record
from governance.law.wording import CAUTION

_FILLS: Final[Mapping[str, tuple[str, str]]] = {
    CONTRADICTS: ("#8c1010", "#ffffff"),
    CANNOT_TELL: ("#6b7580", "#ffffff"),
    INCOMPLETE: ("#d9a441", "#1a1f24"),
    EMPTY: ("#9cc3e6", "#1a1f24"),
    EXACTLY: ("#14532d", "#ffffff"),
}
"""The colour of each grade, and of the words on it. Their order is always the same, and each has its number beside it."""
_BAR, _GAP, _LEFT, _WIDE = 26, 12, 190, 700
_LEAST_SHARE: Final = 0.05
"""A part that is narrower than this has no room for its number, which stands in the table."""
_MORE: Final = """
.grade { white-space: nowrap; font-weight: bold; }
.key { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; list-style: none; padding: 0; }
.key span { display: inline-block; width: 1em; height: 1em; margin-right: 0.4em; border: 1px solid #1a1f24; vertical-align: -0.1em; }
td ul { margin: 0; padding-left: 1.1rem; min-width: 21rem; }
"""
_ORDERS: Final = (
    ("by-grade", "By grade", "what needs attention first"),
    ("by-school", "By name", "by authority and name"),
    ("by-empty", "By empty seats", "the most seats that are empty or not recorded first"),
)


def page(bodies: Sequence[Audited], counts: Summary, record: Record, on: datetime.date) -> bytes:
    """Make the page."""
    title = f"The public record of school governors, held against the law of {day_words(on)}"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Html(STYLE + _MORE)),
    )
    links = (
        ("summary", "Summary"),
        ("authorities", "By authority"),
        *((name, words) for name, words, _ in _ORDERS),
    )
    body = tag(
        "body",
        tag("a", "Skip to the content", class_="skip", href="#content"),
        tag(
            "header",
            tag(
                "nav",
                tag("ul", *(tag("li", tag("a", words, href=f"#{name}")) for name, words in links)),
                aria_label="Parts of this page",
            ),
        ),
        tag("main", tag("h1", title), *_content(bodies, counts, record), id="content", tabindex="-1"),
        tag("footer", paragraph(CAUTION)),
    )
    return join([Html("<!DOCTYPE html>\n"), tag("html", head, body, lang="en-GB")]).encode()


def _content(bodies: Sequence[Audited], counts: Summary, record: Record) -> Iterator[Content]:
    yield paragraph(ONE_SIDED, class_="caution")
    yield tag("h2", "Summary", id="summary")
    yield _key()
    yield _drawing(counts.by_kind)
    yield _grades("Bodies by kind and grade", "Kind", {**counts.by_kind, "All": counts.all})
    yield _shares(counts)
    yield tag("h3", "What each grade says")
    yield bullets(f"{grade.capitalize()}: {MEANS[grade]}." for grade in GRADES)
    yield tag("h3", "What it rests on")
    yield bullets(f"{_file(one.source)}: {one.kind}" for one in record.files)
    if unread := tuple(record.said):
        yield tag("h3", "What could not be read")
        sources = (*(one.source for one in record.files), *(one.source for one in record.refused))
        names = {one: _file(one) for one in sources}
        yield bullets(
            functools.reduce(lambda says, one: says.replace(*one), names.items(), says) for says in unread
        )
    yield paragraph(
        f"Levels of evidence: {listed(f'{counts.by_evidence.get(one, 0):,} by {one}' for one in EVIDENCE)}."
    )
    yield tag("h2", "By authority", id="authorities")
    yield _grades("Bodies by authority and grade", "Authority", counts.by_authority)
    orders = {
        "by-grade": in_order(bodies),
        "by-school": sorted(bodies, key=lambda one: (one.authority, one.name, one.urn)),
        "by-empty": sorted(bodies, key=lambda one: (-(one.empty or 0), one.authority, one.name, one.urn)),
    }
    for name, words, says in _ORDERS:
        yield tag("h2", words, id=name)
        yield _bodies(orders[name], says, whole=name == _ORDERS[0][0])


def _file(source: str) -> str:
    """Give the name of a file without the folders of the machine that it stands in."""
    return source.replace("\\", "/").rpartition("/")[2]


def _key() -> Html:
    items = (
        tag("li", tag("span", style=f"background: {_FILLS[grade][0]}", aria_hidden="true"), grade)
        for grade in GRADES
    )
    return tag("ul", *items, class_="key")


def _drawing(groups: Mapping[str, Group]) -> Html:
    """Draw a bar for each kind, divided by grade; the table below it says the same in numbers."""
    high = len(groups) * (_BAR + _GAP)
    parts: list[Content] = [
        tag("title", "Bodies of each kind by grade", id="bars-title"),
        tag(
            "desc",
            "Each bar is one kind of body. The table that follows gives the same numbers.",
            id="bars-text",
        ),
    ]
    for row, (kind, group) in enumerate(groups.items()):
        top = row * (_BAR + _GAP)
        parts.append(tag("text", f"{kind} ({group.bodies:,})", x=0, y=top + _BAR * 0.7))
        left = float(_LEFT)
        for grade, many in group.grades.items():
            share = many / group.bodies if group.bodies else 0.0
            fill, ink = _FILLS[grade]
            width = round(share * _WIDE, 1)
            if many:
                parts.append(
                    tag(
                        "rect", x=round(left, 1), y=top, width=width, height=_BAR, fill=fill, stroke="#ffffff"
                    )
                )
            if share >= _LEAST_SHARE:
                middle = round(left + width / 2, 1)
                style = f"fill: {ink}"
                parts.append(
                    tag("text", f"{many:,}", x=middle, y=top + _BAR * 0.7, text_anchor="middle", style=style)
                )
            left += width
    drawing = tag(
        "svg",
        *parts,
        viewBox=f"0 0 {_LEFT + _WIDE} {high}",
        role="img",
        aria_labelledby="bars-title bars-text",
    )
    return tag(
        "div", drawing, class_="scroll", role="region", aria_label="Bars of the grades by kind", tabindex=0
    )


def _grades(caption: str, first: str, groups: Mapping[str, Group]) -> Html:
    rows = (
        (name, f"{group.bodies:,}", *(f"{many:,}" for many in group.grades.values()))
        for name, group in groups.items()
    )
    columns = (first, "Bodies", *(grade.capitalize() for grade in GRADES))
    return table(caption, columns, rows, label=caption, numbers=frozenset(range(1, len(columns))))


def _shares(counts: Summary) -> Html:
    """Give the shares, of all and of those with enough people recorded."""
    rows = (
        (
            grade.capitalize(),
            *(
                text
                for group in (counts.all, counts.enough)
                for text in (f"{group.grades[grade]:,}", f"{group.share(group.grades[grade])} %")
            ),
        )
        for grade in GRADES
    )
    columns = (
        "Grade",
        "All",
        "Share of all",
        "Enough recorded",
        "Share of those",
    )
    caption = (
        f"Bodies by grade, and their share: all {counts.all.bodies:,}, and the {counts.enough.bodies:,} with as many people "
        "recorded as the law asks of any board"
    )
    return table(caption, columns, rows, label=caption, numbers=frozenset((1, 2, 3, 4)))


def _bodies(bodies: Sequence[Audited], says: str, *, whole: bool) -> Html:
    """Give every body; what the record says of it stands in the whole table, and the others lead there."""
    columns = ["School or federation", "URN", "Authority", "Kind", "Grade", "Recorded", "Empty, at least"]
    rows = ([_name(one, whole=whole), *_cells(one), *([_findings(one)] if whole else ())] for one in bodies)
    if whole:
        columns.append("What the record says")
    caption = f"Every body, {says}"
    return table(caption, columns, rows, label=caption, numbers=frozenset((5, 6)))


def _name(one: Audited, *, whole: bool) -> Html:
    place = f"body-{one.urn}"
    return (
        tag("span", one.name or one.urn, id=place)
        if whole
        else tag("a", one.name or one.urn, href=f"#{place}")
    )


def _cells(one: Audited) -> list[Content]:
    grade = tag("span", one.grade, class_="grade")
    empty = "" if one.empty is None else f"{one.empty:,}"
    return [one.urn, one.authority, one.kind, grade, f"{one.recorded:,}", empty]


def _findings(one: Audited) -> Html:
    return bullets(
        f"{found.says}{f' ({found.citation})' if found.citation else ''}" for found in one.findings
    )
