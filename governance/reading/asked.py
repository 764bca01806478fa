"""A document as it is put to the law: on which day, and in the labels that the law of that day knows."""

import datetime
from collections.abc import Iterator

from governance.answers.asked import day_asked, lacks_category
from governance.answers.by_category import categories
from governance.errors import CannotTellError
from governance.law.regime import CONSTITUTION_2007, governing
from governance.law.store.instruments import board_law
from governance.model import Proposal
from governance.reading.beside import added
from governance.reading.evidence import Understood
from governance.reading.facts.regulations import in_own_labels, made_under, old_words


def day_put(
    understood: Understood, proposal: Proposal, on: datetime.date | None, *, today: datetime.date
) -> tuple[datetime.date | None, str]:
    """Give the day to ask about, and why where nobody gave one, as `day_asked` does for a proposal.

    Raises CannotTellError where the document has no day and its words are of older law.
    """
    if on or proposal.instrument.effective_on:
        return on, ""
    return day_asked(
        proposal,
        on,
        today=today,
        lacks="was read",
        made_under=made_under(understood),
        old_words=old_words(understood),
    )


def as_labelled(understood: Understood, day: datetime.date | None) -> Understood:
    """Give a document in its own labels where the law of the day knows them, and else in those of later law."""
    own = in_own_labels(understood) if day is not None else None
    if own is None or day is None:
        return understood
    try:
        law = governing(day, own.proposal(), load=board_law)
    except CannotTellError:
        return understood
    return own if law.id == board_law(CONSTITUTION_2007).id else understood


def each_kind(understood: Understood) -> Iterator[Understood]:
    """Give a document that has seats and does not say its category, as of each category that its words allow."""
    if not understood.outside and lacks_category(understood.data):
        for category in categories(understood.data):
            yield added(understood, {"category": category})
