"""The decision report as a Word file."""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from governance.documents.instrument.attest import attest_by
from governance.documents.report.house import HouseStyle, load_house_style
from governance.documents.report.paper_file import load_paper
from governance.documents.report.report import report
from governance.documents.word.proofread import proofread
from governance.documents.word.render import render
from governance.model.names import Attest
from governance.model.paper import Paper
from governance.model.proposal import Day, Proposal, as_day, the_proposal

if TYPE_CHECKING:
    from governance.documents.template import Template

Name = str | os.PathLike[str]


def word_file(
    proposals: Proposal | Sequence[Proposal],
    *,
    house: HouseStyle | Name | None = None,
    paper: Paper | Name | None = None,
    on: Day | None = None,
    meeting: Day | None = None,
    undated: Day | None = None,
    anyway: bool = False,
    form: str = "short",
    annex: bool = False,
    strict: bool = False,
    attest: Attest | None = None,
    template: "Template | None" = None,
) -> tuple[bytes, tuple[str, ...]]:
    """Give the bytes of the file, and notes on what is left to be written and what is left out."""
    given = proposals if isinstance(proposals, Iterable) and not isinstance(proposals, str) else (proposals,)
    style = house if house is None or isinstance(house, HouseStyle) else load_house_style(house)
    made = report(
        tuple(map(the_proposal, given)),
        house=style,
        paper=paper if paper is None or isinstance(paper, Paper) else load_paper(paper),
        on=as_day(on),
        meeting=as_day(meeting, name="meeting"),
        undated=as_day(undated, name="undated"),
        anyway=anyway,
        form=form,
        annex=annex,
        strict=strict,
        attest=attest_by(template, attest, style.attest if style else None),
    )
    return proofread(render(made.document, template), made.document), made.notes()
