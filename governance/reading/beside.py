"""A document as it is put to the law: with what is said beside it, on which day, and in the labels that the law of that day knows."""

import datetime
from collections.abc import Iterator, Mapping

from governance.answers.asked import day_asked, lacks_category
from governance.answers.by_category import categories
from governance.errors import CannotTellError
from governance.law.regime import CONSTITUTION_2007, governing
from governance.law.store.instruments import board_law
from governance.model import Proposal
from governance.model.beside import FLAGS, contradiction, contradicts
from governance.reading.board.doubts import doubted
from governance.reading.evidence import Evidence, Understood, with_evidence
from governance.reading.evidence_words import quoted
from governance.reading.facts.regulations import in_own_labels, made_under, old_words
from governance.reading.intake.transcript import Where


def with_beside(understood: Understood, beside: Mapping[str, str]) -> Understood:
    """Fill in what a document lacks; ContradictionError, with its words, where it says otherwise or says two things."""
    said = {
        key: quoted(one.words, one.where)
        for one in understood.evidence
        if (key := one.field.removeprefix("school.")) in beside
        and key != one.field
        and (one.sure == "conflict" or contradicts(key, beside[key], one.value))
    }
    if said:
        raise contradiction(understood.transcript.source, beside, said)
    return added(understood, beside)


def added(understood: Understood, beside: Mapping[str, str], by: Mapping[str, str] = FLAGS) -> Understood:
    """Add what the document does not say, and `by` what it was said; which seats are open is then asked of the law anew."""
    there = understood.data.get("school", {})
    lacking = {f"school.{key}": key for key in beside if there.get(key) is None}
    if not lacking:
        return understood
    kept = [one for one in understood.evidence if one.field not in lacking]
    said = [Evidence(field, beside[key], by[key], Where(), "stated") for field, key in lacking.items()]
    return with_evidence(understood, doubted([*kept, *said], understood.unread))


def each_kind(understood: Understood) -> Iterator[Understood]:
    """Give a document that has seats and does not say its category, as of each category that its words allow."""
    if not understood.outside and lacks_category(understood.data):
        for category in categories(understood.data):
            yield added(understood, {"category": category})


def speaks_of_a_federation(understood: Understood) -> bool:
    """Tell whether the document has the word in any form, so that it may be of one though no schools are listed."""
    return any("federat" in line.words.casefold() for line in understood.transcript.lines)


def day_put(
    understood: Understood, proposal: Proposal, on: datetime.date | None, *, today: datetime.date
) -> tuple[datetime.date | None, str]:
    """Give the day to ask about, and why where nobody gave one, as `day_asked` does for a proposal.

    Raises CannotTellError where the document has no day and its words are of older law.
    """
    made, old = made_under(understood), old_words(understood)
    return day_asked(proposal, on, today=today, lacks="was read", made_under=made, old_words=old)


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
