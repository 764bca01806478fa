"""What is said beside a document: it fills in what the document lacks, as evidence like any other."""

from collections.abc import Mapping

from governance.answers.by_category import categories
from governance.model import Proposal
from governance.model.beside import FLAGS, contradiction, contradicts
from governance.reading.board.doubts import doubted
from governance.reading.evidence import Evidence, Understood, with_evidence
from governance.reading.evidence_words import quoted
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


def speaks_of_a_federation(understood: Understood) -> bool:
    """Tell whether the document has the word in any form, so that it may be of one though no schools are listed."""
    return any("federat" in line.words.casefold() for line in understood.transcript.lines)


def as_each_category(understood: Understood) -> tuple[Proposal, ...]:
    """Give the proposal as one of each category that its words allow; ProposalError where something else is wrong."""
    return tuple(added(understood, {"category": one}).proposal() for one in categories(understood.data))
