"""What stands around an answer: the day that it is of, how the proposal was written, and what is given where there is none."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from governance.model import Proposal
from governance.model.reading import Written
from governance.version import __version__


def lacks_category(data: Mapping[str, Any]) -> bool:
    """Tell whether a proposal has seats, and does not say of what category of school."""
    school = data.get("school", {})
    return isinstance(school, Mapping) and "category" not in school and "seats" in data


def each_category(there: Written) -> tuple[Proposal, ...]:
    """Give what was written as a proposal of each category, where it says none; nothing where it says one.

    ProposalError where something else is wrong.
    """
    if not lacks_category(there.data):
        return ()
    from governance.answers.by_category import as_each_category  # noqa: PLC0415 - most say their category

    several = as_each_category(there.data, source=there.source, text=there.text)
    return tuple(attrs.evolve(one, read_as=(*there.read_as, *one.read_as)) for one in several)


def day_asked(
    proposal: Proposal,
    on: datetime.date | None,
    *,
    today: datetime.date,
    lacks: str = "is given",
    made_under: str | None = None,
    old_words: str = "",
) -> tuple[datetime.date | None, str]:
    """Give the day to ask about, None for that on which the instrument takes effect, and why where nobody gave one.

    The rest is as for `day_for`, which raises CannotTellError. `lacks` says of a document that no day "was read".
    """
    if on or proposal.instrument.effective_on:
        return on, ""
    from governance.answers.today import day_for  # noqa: PLC0415 - most proposals give their day
    from governance.english import day_words  # noqa: PLC0415

    day = day_for(proposal, today, made_under=made_under, old_words=old_words)
    which = "today" if day == today else "the day on which it is made"
    return day, f"no day of effect {lacks}: by the law of {which}, {day_words(day)}"


def noted(answer: dict[str, Any], **notes: Any) -> dict[str, Any]:
    """Add to an answer in plain values those notes that say something."""
    return {**answer, **{key: value for key, value in notes.items() if value}}


def no_answer(
    source: str, problems: Iterable[object], *, untold: str = "lawful", **where: int
) -> dict[str, Any]:
    """Give what stands in place of an answer: what is wrong, and where; `untold` is the key that it would have said."""
    error = {**where, "problems": [str(problem) for problem in problems]}
    return {"proposal": source, untold: None, "error": error, "version": __version__}
