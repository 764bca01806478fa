"""A transition as a letter: what becomes of everybody in post, the seats vacant then, and the plan."""

from collections.abc import Iterator
from typing import Final

from governance.answers.outcomes import Of
from governance.english import day_words, listed
from governance.law.wording import CAUTION
from governance.letters.page import table, wrap
from governance.model.names import SEAT_WORDS, seat_words
from governance.people.transition import Transition
from governance.people.transition_lines import Line

_WIDTHS: Final = (26, 8, 62)
_NOTHING: Final = "There are no steps and no seats to fill: the two instruments say the same, or what follows cannot be told."


def letter(found: Transition) -> str:
    """Write the letter."""
    return "\n".join(_lines(found))


def _lines(found: Transition) -> Iterator[str]:
    yield from wrap(f"{found.old} gives way to {found.new} on {day_words(found.effective_on)}.", "", "  ")
    yield from wrap(f"Body: {found.body}.", "", "  ")
    if found.on != found.effective_on:
        yield f"As asked on {day_words(found.on)}."
    if not found.steps and not found.vacancies:
        yield from wrap(_NOTHING, "", "")
    yield ""
    rows = [(one.key, str(one.line or "-"), outcome_words(one)) for one in found.people]
    yield from table(("Who", "row", "what happens"), rows, _WIDTHS)
    yield from _reasons(found)
    if found.vacancies:
        yield from ("", f"Vacant from {day_words(found.effective_on)}")
        for one in found.vacancies:
            text = f"{one.number} {seat_words(one.category, one.number)}: {one.filled_by}. {one.citation}"
            yield from wrap(text, "  - ", "    ")
    if found.steps:
        yield from ("", "The plan, in order")
    for number, step in enumerate(found.steps, start=1):
        day = f"{day_words(step.by)}: " if step.by else ""
        mark = f"{number}. "
        yield from wrap(f"{day}{step.says} {step.citation}".strip(), mark, " " * len(mark))
    if found.cautions:
        yield from ("", "What else to know")
        for caution in found.cautions:
            yield from wrap(caution, "  - ", "    ")
    yield from ("", *wrap(CAUTION, "", ""))


def _reasons(found: Transition) -> Iterator[str]:
    """Give each reason once, with those whom it is about."""
    alike: dict[tuple[str, str], list[str]] = {}
    for one in found.people:
        alike.setdefault((one.because, one.citation), []).append(one.key)
    if alike:
        yield from ("", "Why")
    for (because, citation), keys in alike.items():
        yield from wrap(f"{listed(keys)}: {because} {citation}".strip(), "  - ", "    ")


def outcome_words(one: Line) -> str:
    """Say what becomes of one person.

    >>> outcome_words(Line(2, "parent 1", "parent", "one of", None, "", of=Of(2, 1, "length of service")))
    'one of 3 of whom 1 must go; the shortest service goes first'
    """
    until = f" {day_words(one.until)}" if one.until else ""
    match one.outcome:
        case "continues":
            return f"continues until{until}" if until else "continues, until a day that cannot be told"
        case "ends":
            return f"the office ends on{until}" if until else "the office has ended"
        case "one of" if one.of:
            return f"{_chosen(one.of)}{f'; the term runs to{until}' if until else ''}"
        case "cannot tell" if until:
            return f"cannot tell; the term runs to{until}"
    return one.outcome


def _chosen(of: Of) -> str:
    said = f"one of {of.stay + of.go} of whom {of.go} must go"
    match of.decides:
        case "cannot tell":
            return f"{said}; who decides cannot be told"
        case "length of service":
            return f"{said}; the shortest service goes first"
        case "those who appointed them":
            return f"{said}; those who appointed them decide"
    words = listed(SEAT_WORDS[seat][1] for seat in of.may_not_vote)
    return f"{said}; the governing body decides, and {words} do not vote on it"
