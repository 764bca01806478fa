"""The difference between the law of two days, as a letter: first what it says, then what it does."""

import itertools
from collections.abc import Iterator

from governance.answers.effect import Effect, board_words
from governance.answers.law_diff import LawDiff, TextChange
from governance.english import day_words, sentence
from governance.law.wording import amendment_words
from governance.letters.page import wrap


def letter(found: LawDiff) -> str:
    """Write the letter."""
    return "\n".join(_lines(found))


def _lines(found: LawDiff) -> Iterator[str]:
    whom = f" for {found.category} schools" if found.category else ""
    if found.category in ("federation", "pupil referral unit"):
        whom = f" for {found.category}s"
    yield f"The law{whom}: {day_words(found.first)} and {day_words(found.second)}"
    if found.empty:
        yield from ("", "Nothing that is encoded changed.")
        return
    yield from ("", "In text")
    for instrument, changes in itertools.groupby(found.text, key=lambda change: change.instrument):
        yield f"  {instrument}"
        yield from _instrument(tuple(changes))
    if not found.text:
        yield "  Nothing changed."
    yield from ("", f"In effect, on boards of up to {found.largest} seats")
    for effect in found.effects:
        yield from _effect(effect)
    if not found.effects:
        yield "  No board became lawful or unlawful."


def _instrument(changes: tuple[TextChange, ...]) -> Iterator[str]:
    """Tell what changed in one instrument; what began or ended because it did is only counted."""
    whole = [change for change in changes if change.whole]
    for (what, day), group in itertools.groupby(whole, key=lambda change: (change.what, change.day)):
        count = len(tuple(group))
        entries = "entry" if count == 1 else "entries"
        when = f" on {day_words(day)}" if day else ""
        yield f"  - The instrument as a whole {what}{when}: {count} {entries} of the rule book with it."
    for change in changes:
        if not change.whole:
            yield from _change(change)


def _change(change: TextChange) -> Iterator[str]:
    by = f", by {amendment_words(change.by)}" if change.by else ""
    day = f" on {day_words(change.day)}" if change.day else ""
    named = f"{change.id}: {change.title}" if change.part == "rule" else f"{change.part}: {change.title}"
    yield from wrap(f"{change.citation} {change.what}{day}{by} ({named.rstrip('.')}).", "  - ", "    ")
    if change.what == "is changed" and change.before != change.after:
        yield from wrap(f"before: {change.before}", "      ", "        ")
        yield from wrap(f"since:  {change.after}", "      ", "        ")


def _effect(effect: Effect) -> Iterator[str]:
    regimes = [one or "law that is not encoded" for one in (effect.before, effect.after)]
    regime = f" ({regimes[0]}, and then {regimes[1]})" if regimes[0] != regimes[1] else ""
    of = f", supposing {effect.schools} schools" if effect.schools else ""
    yield from wrap(sentence(f"{effect.bodies}{of}{regime}"), "  - ", "    ")
    if effect.reason:
        yield from wrap(effect.reason, "    ", "    ")
        return
    for count, smallest, verdict in (
        (effect.became_lawful, effect.smallest_lawful, "lawful"),
        (effect.became_unlawful, effect.smallest_unlawful, "unlawful"),
    ):
        if smallest:
            boards = "board" if count == 1 else "boards"
            yield from wrap(
                f"{count} {boards} became {verdict}, the smallest with {board_words(smallest)}.",
                "    ",
                "    ",
            )
