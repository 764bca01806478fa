"""The law on school governing bodies in England, checked, explained and drafted.

>>> import governance
>>> proposal = governance.load("examples/rift-house.toml")
>>> governance.check(proposal).lawful
True

Each name is loaded when it is first used, so that asking for one does not wait for the others.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from governance.version import __version__

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from governance.answers.check import check
    from governance.answers.compare import compare
    from governance.answers.explain import explain
    from governance.answers.fast import lawful
    from governance.answers.finding import Doubt, Finding, Repair, Result
    from governance.answers.law_diff import law_diff
    from governance.answers.options import options
    from governance.answers.readings import readings
    from governance.answers.repair import repair
    from governance.answers.timeline import timeline
    from governance.answers.unknowns import unknowns
    from governance.documents.instrument.left_out import left_out
    from governance.documents.letters import Sent
    from governance.documents.report import HouseStyle
    from governance.documents.template import Template, load_template
    from governance.errors import (
        ArgumentError,
        CannotTellError,
        DocumentError,
        DraftRefusedError,
        GovernanceError,
        LawError,
        Problem,
        ProposalError,
        UnreadableError,
    )
    from governance.model.names import Attest
    from governance.model.paper import Paper
    from governance.model.proposal import Day, Proposal
    from governance.model.reading import load, parse
    from governance.people.declaration import Declaration
    from governance.people.eligibility import eligible
    from governance.people.publication import Publication
    from governance.people.surplus import surplus
    from governance.people.transition import transition
    from governance.people.vacancies import Vacancies
    from governance.reading.evidence import Understood
    from governance.reading.read import read

__all__ = [
    "ArgumentError",
    "CannotTellError",
    "DocumentError",
    "Doubt",
    "DraftRefusedError",
    "Finding",
    "GovernanceError",
    "LawError",
    "Problem",
    "Proposal",
    "ProposalError",
    "Repair",
    "Result",
    "Template",
    "Understood",
    "UnreadableError",
    "__version__",
    "check",
    "check_sheet",
    "compare",
    "declaration",
    "draft",
    "eligible",
    "explain",
    "law_diff",
    "lawful",
    "left_out",
    "letter",
    "load",
    "load_template",
    "options",
    "parse",
    "publication",
    "read",
    "readings",
    "repair",
    "report",
    "surplus",
    "timeline",
    "transition",
    "unknowns",
    "vacancies_report",
]

_HOMES: Final = {
    "answers.check": ("check",),
    "answers.compare": ("compare",),
    "answers.explain": ("explain",),
    "answers.fast": ("lawful",),
    "answers.finding": ("Doubt", "Finding", "Repair", "Result"),
    "answers.law_diff": ("law_diff",),
    "answers.options": ("options",),
    "answers.readings": ("readings",),
    "answers.repair": ("repair",),
    "answers.timeline": ("timeline",),
    "answers.unknowns": ("unknowns",),
    "reading.read": ("read",),
    "reading.evidence": ("Understood",),
    "documents.instrument.left_out": ("left_out",),
    "documents.template": ("Template", "load_template"),
    "errors": (
        "ArgumentError",
        "CannotTellError",
        "DocumentError",
        "DraftRefusedError",
        "GovernanceError",
        "LawError",
        "Problem",
        "ProposalError",
        "UnreadableError",
    ),
    "model.proposal": ("Proposal",),
    "model.reading": ("load", "parse"),
    "people.eligibility": ("eligible",),
    "people.surplus": ("surplus",),
    "people.transition": ("transition",),
}


def __getattr__(name: str) -> Any:
    """Load a name from the module it lives in, the first time it is asked for."""
    for home, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f"governance.{home}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'governance' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Name what a caller may use."""
    return __all__


def draft(
    proposal: "Proposal",
    *,
    on: "Day | None" = None,
    anyway: bool = False,
    changes: bool = False,
    changes_from: "Proposal | None" = None,
    template: "Template | None" = None,
    plain: bool = False,
    attest: "Attest | None" = None,
) -> bytes:
    """Draft the instrument of government that a proposal describes, as the bytes of a Word file.

    Raises DraftRefusedError, with the reasons, where the proposal is unlawful or incomplete; with `anyway`
    the draft is made all the same and every page says that it does not comply. With `changes` an annex sets out
    what changes from the seats that it replaces, and with `changes_from` from the proposal of the previous
    instrument; DocumentError where there is nothing to compare with. With `template`, from `load_template`, it is put
    into an authority's own Word template. Each fact stands in a content control, which no page shows and `read` takes it
    from; `plain` leaves the controls out. `left_out` names what the proposal gives and the instrument does not state.
    The authority signs in one block; with `attest="seal"` it seals, with "none" there is no block, and a template that
    has its own gets no other.
    """
    from governance.documents.instrument import draft as instrument  # noqa: PLC0415 - Word is slow to load, and checks need none

    return instrument.draft(
        proposal,
        on=on,
        anyway=anyway,
        changes=changes,
        changes_from=changes_from,
        template=template,
        plain=plain,
        attest=attest,
    )


def report(
    proposals: "Proposal | Sequence[Proposal]",
    *,
    house: "HouseStyle | str | os.PathLike[str] | None" = None,
    paper: "Paper | str | os.PathLike[str] | None" = None,
    on: "Day | None" = None,
    meeting: "Day | None" = None,
    undated: "Day | None" = None,
    anyway: bool = False,
    form: str = "short",
    annex: bool = False,
    strict: bool = False,
    template: "Template | None" = None,
    attest: "Attest | None" = None,
) -> bytes:
    """Write the report on which a council decides, on one proposal or several, as the bytes of a Word file.

    `house` is the council's house style for its papers, and `paper` the officer's words for this one, each also as the name of
    its file; `meeting` is the day of the decision, and `undated` the day whose law is asked of a proposal without a day of its
    own. `form` is "short" or "long"; with `annex` the check sheet follows.
    Raises DraftRefusedError, with the reasons, where a proposal is unlawful or incomplete; with `anyway` the report is made
    all the same, says so on every page and recommends nothing of the kind. With `strict` it is raised where anything is
    left to be written, too. `template` and `attest` are as for `draft`; the house
    style may say how to attest, too.
    """
    from governance.documents.report.word import word_file  # noqa: PLC0415 - Word is slow to load, and checks need none

    data, _ = word_file(
        proposals,
        house=house,
        paper=paper,
        on=on,
        meeting=meeting,
        undated=undated,
        anyway=anyway,
        form=form,
        annex=annex,
        strict=strict,
        attest=attest,
        template=template,
    )
    return data


def check_sheet(result: "Result", proposal: "Proposal", *, template: "Template | None" = None) -> bytes:
    """Record what a check found of a proposal, whatever the verdict, as the bytes of a Word file for the file.

    `template` is as for `draft`.
    """
    from governance.answers.finding import Result  # noqa: PLC0415
    from governance.documents.check_sheet import check_sheet as sheet  # noqa: PLC0415 - Word is slow to load
    from governance.documents.word.proofread import proofread  # noqa: PLC0415
    from governance.documents.word.render import render  # noqa: PLC0415
    from governance.errors import ArgumentError  # noqa: PLC0415
    from governance.model.proposal import the_proposal  # noqa: PLC0415

    if not isinstance(result, Result):
        raise ArgumentError("A check sheet takes a Result", result, "Get one from governance.check.")
    made = sheet(result, the_proposal(proposal))
    return proofread(render(made, template), made)


def letter(
    answer: "Sent",
    proposal: "Proposal | None" = None,
    *,
    school: str | None = None,
    unread: "Sequence[str]" = (),
    dated: "Day | None" = None,
    sender: str | None = None,
    template: "Template | None" = None,
) -> bytes:
    """Write an answer of `check`, `repair`, `options`, `unknowns` or `transition` as a letter to the chair, as the bytes of a Word file.

    All but that of `options`, which takes the name of a `school`, need the `proposal` that they are about: of a transition, the new instrument. The letter is
    `dated` on a day and is from a `sender`, which is an office; there is a marked place for what is not given.
    `unread` says what of a draft could not be read, and `template` is as for `draft`.
    """
    from governance.documents.letters import letter_of  # noqa: PLC0415
    from governance.documents.letters.letter import document  # noqa: PLC0415 - Word is slow to load
    from governance.documents.word.proofread import proofread  # noqa: PLC0415
    from governance.documents.word.render import render  # noqa: PLC0415
    from governance.model.proposal import as_day  # noqa: PLC0415

    said = letter_of(answer, proposal, school=school, unread=unread)
    made = document(said, dated=as_day(dated, name="dated"), sender=sender)
    return proofread(render(made, template), made)


def declaration(
    declared: "Declaration", *, school: str | None = None, template: "Template | None" = None
) -> bytes:
    """Write what a candidate declares as a document to sign, as the bytes of a Word file.

    `declared` is from `governance.people.declaration.declaration`, and `template` as for `draft`.
    """
    from governance.documents.declaration import document  # noqa: PLC0415 - Word is slow to load
    from governance.documents.word.proofread import proofread  # noqa: PLC0415
    from governance.documents.word.render import render  # noqa: PLC0415

    made = document(declared, school=school)
    return proofread(render(made, template), made)


def vacancies_report(
    found: "Vacancies", *, authority: str | None = None, template: "Template | None" = None
) -> bytes:
    """Write the report on vacancies that an authority puts before its members, as the bytes of a Word file.

    `found` is from `governance.people.vacancies.vacancies`, and `template` as for `draft`.
    """
    from governance.documents.vacancies import document  # noqa: PLC0415 - Word is slow to load
    from governance.documents.word.proofread import proofread  # noqa: PLC0415
    from governance.documents.word.render import render  # noqa: PLC0415

    made = document(found, authority=authority)
    return proofread(render(made, template), made)


def publication(made: "Publication", *, template: "Template | None" = None) -> bytes:
    """Write the table of governors that a school publishes, as the bytes of a Word file.

    `made` is from `governance.people.publication.publication`, and `template` as for `draft`.
    """
    from governance.documents.publication import document  # noqa: PLC0415 - Word is slow to load
    from governance.documents.word.proofread import proofread  # noqa: PLC0415
    from governance.documents.word.render import render  # noqa: PLC0415

    table = document(made)
    return proofread(render(table, template), table)
