"""The report for members as text: what is vacant, the authority's own places, and whose term ends."""

from collections.abc import Iterator, Sequence

from governance.english import day_words
from governance.letters.page import table, wrap
from governance.model.names import SEAT_WORDS, seat_words
from governance.people.vacancies import Ending, Place, Vacancies

_MOST = 40


def letter(found: Vacancies) -> str:
    """Write the report."""
    return "\n".join(_lines(found))


def summary(found: Vacancies) -> str:
    """Say in one sentence what members want to know first."""
    vacant, ours = (sum(one.vacancies for one in places) for places in (found.places, found.ours))
    known = len({one.body for one in found.places})
    if not known:
        return (
            f"Of no governing body are both the instrument and the people known, so the vacancies on "
            f"{day_words(found.on)} cannot be told."
        )
    bodies = "1 governing body has" if known == 1 else f"{known} governing bodies have"
    many = len(found.endings)
    terms = "1 term ends" if many == 1 else f"{many or 'no'} term{'s end' if many else ' ends'}"
    return (
        f"On {day_words(found.on)} {bodies} {_count(vacant)}, {ours or 'none'} of which the authority nominates for; "
        f"{terms} before {day_words(found.before)}."
    )


def ending_words(one: Ending) -> str:
    """Say when a term ends, in both readings where they differ."""
    first, last = one.days
    return day_words(first) if first == last else f"{day_words(first)} or {day_words(last)}"


def category_words(category: str) -> str:
    """Say a category as the head of a row.

    >>> category_words("local_authority")
    'Local authority governors'
    """
    words = SEAT_WORDS[category][1] if category in SEAT_WORDS else f"{category}s"
    return f"{words[:1].upper()}{words[1:]}"


def _lines(found: Vacancies) -> Iterator[str]:
    yield f"VACANCIES on {day_words(found.on)}"
    yield from wrap(summary(found), "", "")
    heads = ("seats", "in post", "vacant", "surplus")
    yield from _part(
        "By category",
        ("", *heads),
        [(category_words(one.category), *_numbers(one)) for one in found.totals],
        (34, 8, 8, 8, 8),
    )
    yield from _part(
        "Vacancies by body",
        ("", "", *heads),
        [(one.body, seat_words(one.category, 2), *_numbers(one)) for one in found.vacant],
        (36, 26, 8, 8, 8, 8),
    )
    yield from _part(
        "The authority's own places",
        ("", *heads),
        [(one.body, *_numbers(one)) for one in found.ours],
        (56, 8, 8, 8, 8),
    )
    yield from _part(
        f"Terms that end before {day_words(found.before)}",
        ("", "", "ends"),
        [(one.body, one.key, ending_words(one)) for one in found.endings],
        (36, 26, 36),
    )
    yield from _part(
        "Terms that are over, and no leaving is recorded",
        ("", "", "ended"),
        [(one.body, one.key, ending_words(one)) for one in found.over],
        (36, 26, 36),
    )
    for title, lines in (
        ("No instrument is given of", found.without),
        ("No register names anybody of", found.unlisted),
        ("What could not be told", found.unsettled),
        ("What was not read", found.problems),
    ):
        if lines:
            yield from ("", title)
        for line in lines[:_MOST]:
            yield from wrap(line, "  - ", "    ")
        if more := max(0, len(lines) - _MOST):
            yield f"  - and {more} more, which --json lists"


def _part(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> Iterator[str]:
    if rows:
        yield from ("", title)
        yield from (f"  {line}" for line in table(heads, rows, widths))


def _numbers(place: Place) -> tuple[str, str, str, str]:
    return (str(place.seats), str(place.in_post), str(place.vacancies), str(place.surplus))


def _count(vacant: int) -> str:
    return "no vacancy" if not vacant else "1 vacancy" if vacant == 1 else f"{vacant} vacancies"
