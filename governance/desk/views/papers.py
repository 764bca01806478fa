"""What is made from a version of a proposal: the instrument, the paper for the decision, the plan, and the rest."""

import datetime
import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

import attrs
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

import governance
from governance.answers.check import check
from governance.desk import asked, statuses
from governance.desk.look import page, today
from governance.desk.models import Authority, Proposal, ProposalVersion
from governance.desk.people import persons_of
from governance.desk.store import bytes_of
from governance.desk.views.proposals import SECTION, found
from governance.errors import (
    CannotTellError,
    DocumentError,
    DraftRefusedError,
    GovernanceError,
    ProposalError,
)
from governance.model import Proposal as Given

if TYPE_CHECKING:
    from governance.documents.report.house import HouseStyle
    from governance.documents.template import Template
    from governance.documents.word.blocks import Document
    from governance.people.transition import Transition
    from governance.people.transition_lines import Line

_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@attrs.frozen
class Made:
    """What a paper is made from: the proposal as it was approved, with the authority's own look."""

    one: Proposal
    version: ProposalVersion
    given: Given
    on: datetime.date
    house: "HouseStyle"
    template: "Template | None"


@attrs.frozen
class Paper:
    """A paper: its name in an address, what it is, its type, and how it is made."""

    name: str
    title: str
    says: str
    suffix: str
    media_type: str
    make: Callable[[Made], bytes]


@require_safe
def papers(request: HttpRequest, pk: int) -> HttpResponse:
    """List what can be made from the latest version, each with the reason where it cannot."""
    one, standing = found(request, pk)
    return page(
        request,
        "proposals/papers.html",
        {
            "proposal": one,
            "standing": standing,
            "papers": PAPERS.values(),
            "versions": sorted(version.number for version in one.versions.all()),
        },
        title=f"Documents: {one.title}, {one.body}",
        section=SECTION,
    )


@require_safe
def paper(request: HttpRequest, pk: int, number: int, name: str) -> HttpResponse:
    """Give a paper as a file; where it is refused, a page with the reasons."""
    one, _ = found(request, pk)
    version = one.versions.filter(number=number).first()
    if version is None or name not in PAPERS:
        raise Http404
    what = PAPERS[name]
    try:
        data = what.make(_made(one, version))
    except DraftRefusedError as error:
        return _refused(request, one, what, error.reasons)
    except (CannotTellError, DocumentError, ProposalError) as error:
        return _refused(request, one, what, [str(error)])
    response = HttpResponse(data, content_type=what.media_type)
    response["Content-Disposition"] = f'attachment; filename="{_file_name(one, number, what)}"'
    return response


@require_safe
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what becomes of everybody in post when the instrument takes effect."""
    one, standing = found(request, pk)
    found_plan, why, wrong = None, "", ""
    meeting = None
    try:
        if text := asked.day_typed(request.GET.dict(), "meeting"):
            meeting = datetime.date.fromisoformat(text)
    except ValueError:
        wrong = "Write the day in numbers, such as 18 9 2018"
    try:
        found_plan = _plan(_made(one, standing.version), meeting)
    except GovernanceError as error:
        why = str(error)
    return page(
        request,
        "proposals/plan.html",
        {
            "proposal": one,
            "standing": standing,
            "plan": found_plan,
            "groups": _alike(found_plan.people) if found_plan else [],
            "typed": request.GET,
            "wrong": wrong,
            "why": why,
        },
        title=f"Who stays and who goes: {one.title}, {one.body}",
        section=SECTION,
        errors=[{"text": wrong, "href": "#meeting-day"}] if wrong else (),
    )


def _made(one: Proposal, version: ProposalVersion) -> Made:
    given = statuses.as_approved(version)
    if given is None:
        raise CannotTellError("The proposal does not say its category and its seats yet.")
    authority = one.body.authority
    on = version.on or given.instrument.effective_on or today()
    return Made(one, version, given, on, house_of(authority), template_of(authority))


def house_of(authority: Authority) -> "HouseStyle":
    """Give the house style of an authority, or the plain one with its name."""
    from governance.documents.report.house import HouseStyle, read_house_style  # noqa: PLC0415 - as below

    if authority.house_style:
        return read_house_style(authority.house_style)
    return HouseStyle(council=authority.name)


def template_of(authority: Authority) -> "Template | None":
    """Give the Word template of an authority, where it has one."""
    if not authority.template:
        return None
    from governance.documents.template.template import read_template  # noqa: PLC0415 - as below

    return read_template(bytes_of(authority.template), source="the template")


def _word(document: "Document", made: Made) -> bytes:
    from governance.documents.word.proofread import proofread  # noqa: PLC0415 - what Word needs is large
    from governance.documents.word.render import render  # noqa: PLC0415

    return proofread(render(document, made.template), document)


def _instrument(made: Made) -> bytes:
    return governance.draft(
        made.given, on=made.on, template=made.template, attest=made.one.body.authority.attest or None
    )


def _report(made: Made) -> bytes:
    return governance.report(
        made.given,
        house=made.house,
        on=made.on,
        template=made.template,
        attest=made.one.body.authority.attest or None,
    )


def _check_sheet(made: Made) -> bytes:
    return governance.check_sheet(check(made.given, on=made.on), made.given, template=made.template)


def _alike(lines: "Iterable[Line]") -> "list[list[tuple[Line, str]]]":
    """Put those together of whom the same is said for the same reason."""
    from governance.letters.transition import outcome_words  # noqa: PLC0415 - few pages have a plan

    groups = itertools.groupby(lines, lambda line: (line.because, line.citation))
    return [[(line, outcome_words(line)) for line in group] for _, group in groups]


def _plan(made: Made, meeting: datetime.date | None = None) -> "Transition":
    from governance.people.transition import transition  # noqa: PLC0415 - as above

    old = made.one.replaces
    if old is None:
        raise CannotTellError(
            "There is no instrument on file that this one replaces, so nobody is in post under one."
        )
    before = governance.parse(old.data, source="the instrument on file")
    return transition(before, made.given, persons_of(made.one.body), meeting=meeting, body=made.one.body.name)


def _plan_word(made: Made) -> bytes:
    from governance.documents.transition import transition_plan  # noqa: PLC0415 - as above

    return _word(transition_plan(_plan(made), made.one.body.name), made)


def _plan_days(made: Made) -> bytes:
    from governance.documents.calendar import calendar  # noqa: PLC0415 - as above

    return calendar(_plan(made), made.one.body.name)


def _copies(made: Made) -> bytes:
    from governance.documents.copies import copies_list  # noqa: PLC0415 - as above

    sent = [(one.recipient, one.sent_on, one.how) for one in made.one.copies.all()]
    due = statuses.copies_of(made.given, made.on)
    return _word(copies_list(made.one.body.name, due, sent, on=today()), made)


def _refused(request: HttpRequest, one: Proposal, what: Paper, reasons: Sequence[str]) -> HttpResponse:
    return page(
        request,
        "proposals/refused.html",
        {"proposal": one, "paper": what, "reasons": reasons},
        title=f"Not made: {what.title}, {one.title}, {one.body}",
        section=SECTION,
        status=409,
    )


def _file_name(one: Proposal, number: int, what: Paper) -> str:
    return f"{what.name}-{one.pk}-version-{number}.{what.suffix}"


PAPERS: Final = {
    one.name: one
    for one in (
        Paper("instrument", "The instrument of government", "Ready to sign. An unlawful or incomplete one is refused.", "docx", _DOCX, _instrument),
        Paper("report", "The paper for the decision", "In your house style, with the instrument as its appendix.", "docx", _DOCX, _report),
        Paper("check-sheet", "The check sheet", "Each rule with its arithmetic and its citation, for the file.", "docx", _DOCX, _check_sheet),
        Paper("plan", "Who stays and who goes", "For the meeting: each governor by office, the vacancies and the steps.", "docx", _DOCX, _plan_word),
        Paper("days", "The days of the plan", "For a calendar: each step and the end of each term.", "ics", "text/calendar", _plan_days),
        Paper("copies", "Who gets a copy", "Each recipient, with the day on which it was sent.", "docx", _DOCX, _copies),
    )
}  # fmt: skip
"""Every paper, by its name in an address."""

urls = [
    path("proposals/<int:pk>/papers", papers, name="proposal-papers"),
    path("proposals/<int:pk>/versions/<int:number>/<slug:name>", paper, name="proposal-paper"),
    path("proposals/<int:pk>/plan", plan, name="proposal-plan"),
]
