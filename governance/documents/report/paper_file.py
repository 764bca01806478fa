"""The words of a paper in a file of their own, and which of them stand in a paper that is on several schools."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import attrs

from governance.documents.report.toml_file import root_of, text_of
from governance.english import listed
from governance.errors import Problem, ProblemsError, file_name
from governance.files import budget
from governance.model import Proposal
from governance.model.hints import meant_key
from governance.model.log import Log
from governance.model.paper import Paper, read_paper

if TYPE_CHECKING:
    import os

    from governance.documents.report.house import HouseStyle


class PaperError(ProblemsError):
    """The words of a paper cannot be read, or two proposals give different ones for what a paper says once."""


def load_paper(path: "str | os.PathLike[str]") -> Paper:
    """Read the words of a paper from a TOML file; PaperError with every problem found, each at its line.

    They may stand under `[paper]`, as in a proposal.
    """
    source = file_name(path)
    with budget.of(source):
        log = Log()
        root = root_of(text_of(source, PaperError), source, log, PaperError)
        paper = read_paper(root.table("paper") if "paper" in root else root, source)
        root.finish()
    if log.problems:
        raise PaperError(tuple(log.problems))
    return paper


@attrs.frozen
class Words:
    """The words of a paper: what is `common` to it, and for each proposal in turn the sections that are its own."""

    common: Paper
    own: tuple[Mapping[str, str], ...]


def gathered(given: Paper | None, proposals: Sequence[Proposal], house: "HouseStyle") -> Words:
    """Put together what is given beside the proposals, which goes first, and what they say themselves.

    What all of them say is common. PaperError where they differ on what a paper says once, or where there is no such
    section.
    """
    papers = [proposal.paper or Paper() for proposal in proposals]
    given = given or Paper()
    unknown = [
        Problem(paper.source, key, "there is no such section", meant_key(key, [*house.known(), *_HEADING]))
        for paper in (given, *papers)
        for key in paper.sections
        if key not in house.known()
    ]
    differing = [
        problem for key in _HEADING if not getattr(given, key) for problem in _differing(key, papers)
    ]
    if unknown or differing:
        raise PaperError((*unknown, *differing))
    heading = {key: getattr(given, key) or _said(key, papers) for key in _HEADING}
    first, *others = (paper.sections for paper in papers)
    shared = {key: text for key, text in first.items() if all(one.get(key) == text for one in others)}
    own = tuple({key: text for key, text in paper.sections.items() if key not in shared} for paper in papers)
    return Words(Paper(**heading, sections={**shared, **given.sections}), own)


_HEADING: Final = tuple(
    field.name for field in attrs.fields(Paper) if field.name not in ("sections", "source")
)
"""What a paper says once."""


def _said(key: str, papers: Sequence[Paper]) -> Any:
    """Give what the papers say under a key, as far as they say the same."""
    values = [value for paper in papers if (value := getattr(paper, key))]
    same = values and all(value == values[0] for value in values)
    return values[0] if same else getattr(Paper(), key)


def _differing(key: str, papers: Sequence[Paper]) -> Iterator[Problem]:
    """Report proposals that say different things under a key; where they differ on the subject, it is that of none."""
    said = [(paper.source, value) for paper in papers if (value := getattr(paper, key))]
    if key != "subject" and any(value != said[0][1] for _, value in said):
        sources = listed(dict.fromkeys(source for source, _ in said))
        remedy = "Give it in a file of its own with --paper, or write a paper for each with -d"
        yield Problem(sources, key, "they say different things, and one paper says it once", remedy)
