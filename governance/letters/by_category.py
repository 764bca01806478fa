"""The answer for each category of school that a board may be of, as one table."""

from collections.abc import Iterator

from governance.answers.by_category import ByCategory, Kind
from governance.english import day_words, listed, sentence
from governance.law.facts import QUESTIONS
from governance.letters.page import head, wrap

_ANSWERS = {
    "lawful": "Lawful as",
    "unlawful": "Unlawful as",
    "ruled out": "Unlawful, because of a seat that no such school can have, as",
    "cannot tell": "It cannot be told as",
}


def letter(found: ByCategory) -> str:
    """Write the letter."""
    return "\n".join(_lines(found))


def _lines(found: ByCategory) -> Iterator[str]:
    proposal = found.kinds[0].proposal
    total = proposal.seats.sum()
    yield head(found.lawful, proposal.school.name or found.proposal)
    yield (
        f"{found.proposal}: {'a number of' if total is None else total} governors, of a category that is not "
        f"given; the law of {day_words(found.on)}"
    )
    yield from ("", "By category of school")
    for answer, words in _ANSWERS.items():
        groups: dict[tuple[str, ...], list[Kind]] = {}
        for kind in found.kinds:
            if kind.answer == answer:
                groups.setdefault(kind.why(), []).append(kind)
        for why, kinds in groups.items():
            end = ":" if why else "."
            yield from wrap(f"{words} {listed(map(str, kinds), last='or')}{end}", "  - ", "    ")
            for one in why:
                yield from wrap(sentence(one), "      ", "      ")
    if found.lawful is None:
        yield from ("", *wrap(f"Ask: {QUESTIONS['category']} Say it with --category.", "", ""))
    results = [kind.result for kind in found.kinds if kind.result and kind.answer != "ruled out"]
    for caution in dict.fromkeys(caution for result in results for caution in result.cautions):
        yield from ("", *wrap(f"Caution: {caution}", "", ""))
