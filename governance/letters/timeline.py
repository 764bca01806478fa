"""A timeline as a letter: each stretch of days with its answer, and what changed on its first day."""

from collections.abc import Iterator

from governance.answers.finding import VERDICTS
from governance.answers.timeline import Stretch, Timeline
from governance.english import sentence
from governance.law.wording import span_words
from governance.letters.page import wrap
from governance.model import Proposal


def letter(found: Timeline, proposal: Proposal) -> str:
    """Write the letter, the earliest days first."""
    return "\n".join(_lines(found, proposal))


def _lines(found: Timeline, proposal: Proposal) -> Iterator[str]:
    name = proposal.school.name or found.proposal
    yield from wrap(f"{name}: the law on this board ({proposal.school.category}) through time", "", "  ")
    for one in found.stretches:
        yield ""
        yield from _stretch(one)


def _stretch(one: Stretch) -> Iterator[str]:
    condition = ", on condition" if one.lawful and one.conditions else ""
    regime = f" ({one.regime})" if one.regime else ""
    yield from wrap(f"{VERDICTS[one.lawful]}{condition}  {span_words(one.span)}{regime}", "", "  ")
    if one.replaced:
        yield from wrap(f"Changed by: these Regulations took the place of {one.replaced}.", "  ", "    ")
    for cause in () if one.replaced else one.causes:
        yield from wrap(sentence(f"Changed by: {cause.says}"), "  ", "    ")
        yield f"    {cause.url}"
    if one.reason:
        yield from wrap(one.reason, "  ", "    ")
    for finding in one.wrong:
        yield from wrap(f"{sentence(finding.because)} {finding.citation}", "  - ", "    ")
    for text in one.conditions:
        yield from wrap(f"Provided that {text}.", "  - ", "    ")
