"""The page of what follows from the rules: board sizes and shares, computed and never stated."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from governance.answers.consequences import LARGEST, Board, Consequences, Untold, consequences, runs
from governance.documents.book.frame import CONSEQUENCES, Book, Page, page, page_name
from governance.documents.book.html import Content, Html, bullets, join, link, paragraph, table, tag
from governance.documents.book.provision import anchor
from governance.english import day_words, listed
from governance.law.facts import Value
from governance.law.provision import Rule
from governance.law.wording import fact_words, sentence
from governance.model.names import SEATS, seat_words

FEDERATION: Final = (
    "For a federation two schools are supposed, each with a head teacher of its own; where a head teacher has resigned "
    "as a governor, one of the two has."
)
"""What is supposed of a federation; `SUPPOSED` in `governance.answers.consequences` gives the numbers."""

_MOST_SHOWN: Final = 4

Found = tuple[Consequences, ...]


def consequences_page(book: Book) -> Page:
    """Write the page."""
    every = consequences(book.day)
    found = tuple(one for one in every if isinstance(one, Consequences))
    untold = dict.fromkeys((one.category, one.why) for one in every if isinstance(one, Untold))
    parts = [
        part
        for number, (heading, group) in enumerate(by_head(found), start=1)
        for part in _section(book, heading, group, f"group-{number}")
    ]
    return page(
        CONSEQUENCES,
        "What follows from the rules",
        paragraph(
            f"Nothing on this page is written by hand. The program went through every board of 1 to {LARGEST} seats "
            f"against the rules on numbers in force on {day_words(book.day)}, and counted. No law sets a largest board."
        ),
        paragraph(
            "Only rules on numbers that make a board unlawful are counted, on the readings we take; rules that are checks "
            "(whose parents, whose foundation governors) may narrow it further. A new instrument is supposed, made on "
            "the day of the book."
        ),
        paragraph(FEDERATION) if any(one.category == "federation" for one in found) else None,
        *parts,
        *(_untold(untold) if untold else []),
    )


def by_head(found: Found) -> Iterator[tuple[str, Found]]:
    """Gather kinds of school by whether the head teacher is a governor."""
    for resigned, heading in (
        (False, "Where the head teacher is a governor"),
        (True, "Where the head teacher has resigned as a governor"),
    ):
        group = tuple(one for one in found if resigned in one.facts.get("head_resigned", {resigned}))
        if group:
            yield heading, group


def kind_words(one: Consequences) -> str:
    """Name a kind of school, by what sets it apart within its category."""
    facts = {fact: values for fact, values in one.facts.items() if fact != "head_resigned"}
    said = [
        listed((fact_words(fact, value) for value in sorted(values, key=str)), last="or")
        for fact, values in facts.items()
    ]
    return " ".join([sentence(_body(one.category)), *said])


def _body(category: Value) -> str:
    return str(category) if category in ("federation", "pupil referral unit") else f"{category} school"


def board_words(board: Board) -> str:
    """Say a board, category by category."""
    return listed(f"{board[seat]} {seat_words(seat, board[seat])}" for seat in SEATS if board[seat])


def totals_words(one: Consequences) -> str:
    """Say at which totals there is a lawful board."""
    if not one.totals:
        return f"none up to {LARGEST}"
    steps = {later - earlier for earlier, later in zip(one.totals, one.totals[1:], strict=False)}
    if steps == {2}:
        return f"{', '.join(str(total) for total in one.totals)}"
    return ", ".join(f"{a} to {b}" if a != b else str(a) for a, b in runs(one.totals))


def parity_words(one: Consequences) -> str:
    """Say whether every total must be even or odd, and by what rule."""
    if one.parity is None:
        return "No" if len({total % 2 for total in one.totals}) > 1 else "By no one rule"
    word, rule = one.parity
    return f"Yes: {word}, at every size ({rule.id})"


def summary_rows(group: Found) -> Iterator[tuple[str, str, str, str, str]]:
    """For each kind: its name, the least total, the boards of that size, the totals, and even or odd."""
    for one in group:
        least = str(one.totals[0]) if one.totals else "none"
        yield kind_words(one), least, smallest_words(one), totals_words(one), parity_words(one)


def smallest_words(one: Consequences) -> str:
    """Say what the smallest boards are made of."""
    shown = "; or ".join(board_words(board) for board in one.smallest[:_MOST_SHOWN])
    more = len(one.smallest) - _MOST_SHOWN
    return f"{shown}; and {more} other{'s' if more > 1 else ''}" if more > 0 else shown or "none"


def columns(group: Found) -> tuple[int, ...]:
    """Give the totals that any of the kinds can have."""
    return tuple(sorted({total for one in group for total in one.totals}))


def matrix(group: Found, cell: Callable[[Consequences, int], str]) -> Iterator[tuple[str, ...]]:
    """Write one row for each kind and one column for each total; a dash where no board of it is lawful."""
    totals = columns(group)
    for one in group:
        yield kind_words(one), *(cell(one, total) if total in one.most_staff else "–" for total in totals)


def staff_cell(one: Consequences, total: int) -> str:
    """Give the most co-opted governors that may be employed at the school."""
    return str(one.most_staff[total])


def range_cell(seat: str) -> Callable[[Consequences, int], str]:
    """Give the least and most seats of a category."""

    def cell(one: Consequences, total: int) -> str:
        least, most = one.ranges[seat][total]
        return str(least) if least == most else f"{least}–{most}"

    return cell


def varying(group: Found) -> tuple[str, ...]:
    """Name the categories of governor whose number the rules leave open somewhere."""
    return tuple(
        seat for seat in SEATS if any(low != high for one in group for low, high in one.ranges[seat].values())
    )


def _section(book: Book, heading: str, group: Found, name: str) -> Iterator[Content]:
    yield tag("h2", heading, id=name)
    yield tag("h3", "The smallest lawful boards", id=f"{name}-smallest")
    rows: Iterable[tuple[Content, ...]] = (
        (kind, least, boards, totals, parity) for kind, least, boards, totals, parity in summary_rows(group)
    )
    heads = (
        "Kind of school",
        "Least",
        "Made up of",
        f"Lawful totals up to {LARGEST}",
        "Must the total be even or odd?",
    )
    yield table(
        f"{heading}: smallest boards and lawful totals",
        heads,
        rows,
        label=f"{heading}: sizes",
        numbers=frozenset({1}),
    )
    yield tag("h3", "Co-opted governors who may be employed at the school", id=f"{name}-staff")
    yield paragraph(
        "The most that may be, by the size of the board, with the staff governor and any head teacher’s seat counted. A "
        "dash: no board of that size is lawful."
    )
    yield _matrix(
        group, "Most co-opted governors employed at the school, by size of board", staff_cell, heading
    )
    yield tag("h3", "How many of each category", id=f"{name}-ranges")
    yield paragraph("The least and the most of each category that a lawful board of the size can have.")
    for seat in varying(group):
        words = sentence(seat_words(seat, 2))
        yield _matrix(group, f"{words}, by size of board", range_cell(seat), heading)
    yield tag("h3", "The rules that were counted", id=f"{name}-rules")
    yield bullets(_rules(book, one) for one in group)


def _matrix(group: Found, caption: str, cell: Callable[[Consequences, int], str], heading: str) -> Html:
    totals = columns(group)
    return table(
        caption,
        ("Kind of school", *(str(total) for total in totals)),
        matrix(group, cell),
        label=f"{caption}. {heading}",
        numbers=frozenset(range(1, len(totals) + 1)),
    )


def _rules(book: Book, one: Consequences) -> Html:
    named = dict.fromkeys(rule.id for rule in one.rules)
    first = {rule.id: rule for rule in reversed(one.rules)}
    return join(
        [
            f"{kind_words(one)} ({one.law.cite}): ",
            join((_rule(book, first[name]) for name in named), between=", "),
            ".",
        ]
    )


def _rule(book: Book, rule: Rule) -> Html:
    for volume in book.volumes:
        for provision in volume.law.provisions:
            if any(own.id == rule.id for own in provision.rules) and volume.law.id == rule.instrument:
                return link(f"{page_name(volume, provision)}#{anchor(rule.para)}", rule.id)
    return join([rule.id])


def _untold(untold: Iterable[tuple[str, str]]) -> Iterator[Content]:
    yield tag("h2", "What could not be derived", id="untold")
    yield bullets(f"{sentence(_body(category))}: {why}" for category, why in untold)
