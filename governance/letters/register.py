"""Who is in post, as a letter: what was read, then each body with its seats, its people and what to mind."""

from collections.abc import Iterator
from typing import Final

from governance.english import day_words
from governance.letters.page import table, wrap
from governance.model.names import SEAT_WORDS
from governance.people.in_post import Body, InPost, Line, Note

_MOST: Final = 40
_GRADES: Final = ("recorded", "stated in the instrument", "inferred", "cannot tell")


def letter(answer: InPost, *, dated: str = "", everything: bool = False) -> str:
    """Write the letter; `dated` says why it is of its day, and `everything` shows every question on eligibility."""
    return "\n".join(_lines(answer, dated, everything=everything))


def _lines(answer: InPost, dated: str, *, everything: bool) -> Iterator[str]:
    yield f"GOVERNORS IN POST: {answer.register}, on {day_words(answer.on)}{f' ({dated})' if dated else ''}"
    if answer.columns:
        said = "; ".join(f"{field.replace('_', ' ')}: {heading}" for field, heading in answer.columns.items())
        yield from wrap(f"Columns: {said}.", "", "  ")
    if answer.problems:
        yield from ("", "What was not read")
        for wrong in answer.problems[:_MOST]:
            yield from wrap(str(wrong), "  - ", "    ")
        if more := len(answer.problems) - _MOST:
            yield from [f"  - and {more} more, which --json lists"] if more > 0 else []
    for body in answer.bodies:
        yield from _body(body, everything=everything)


def _body(body: Body, *, everything: bool) -> Iterator[str]:
    yield from ("", body.name)
    rows = [
        (
            SEAT_WORDS[one.category][1],
            *(_number(n) for n in (one.seats, one.in_post, one.vacancies, one.surplus)),
        )
        for one in body.counts
    ]
    if rows:
        yield from table(("", "seats", "in post", "vacant", "surplus"), rows, (28, 8, 8, 8, 8))
    people = [_person(line) for line in body.lines if line.standing not in ("note", "vacancy")]
    if people:
        yield ""
        yield from table(("line", "key", "appointed", "term ends", ""), people, (5, 26, 12, 27, 24))
    for grade in _GRADES:
        mine = [one for one in body.findings if one.grade == grade and (everything or not one.asks)]
        if mine:
            yield from ("", f"{grade[:1].upper()}{grade[1:]}")
            yield from _alike(mine)
    asked = {one.says for one in body.findings if one.asks}
    if asked and not everything:
        says = f"{len(asked)} questions on who may be a governor are open, for a register does not answer them. --all lists them."
        yield from ("", *wrap(says, "", ""))


def _alike(findings: list[Note]) -> Iterator[str]:
    """Say each thing once, with every rule that asks it."""
    together: dict[str, list[Note]] = {}
    for one in findings:
        together.setdefault(one.says, []).append(one)
    for says, notes in together.items():
        lines = sorted({line for one in notes for line in one.lines})
        cited = "; ".join(dict.fromkeys(one.citation for one in notes if one.citation))
        where = f"{'line' if len(lines) == 1 else 'lines'} {', '.join(map(str, lines))}" if lines else ""
        beside = "; ".join(filter(None, (where, cited)))
        yield from wrap(f"{says} ({beside})" if beside else says, "  - ", "    ")


def _person(line: Line) -> tuple[str, ...]:
    one, days = line.person, line.end.days
    ends = f"{days[0]} or {days[1]}" if days and days[0] != days[1] else str(days[0]) if days else ""
    said = line.standing if one.office is None else f"{line.standing}, {one.office}"
    key = f"{one.key} ({one.name})" if one.name else one.key
    kind = one.category.replace("_", " ")
    key = key if not kind or key.replace("_", " ").startswith(kind) else f"{key}, {kind}"
    return (str(one.line or ""), key, str(one.appointed_on or ""), ends, said)


def _number(count: int | None) -> str:
    return "?" if count is None else str(count)
