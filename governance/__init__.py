"""The law on school governing bodies in England, checked, explained and drafted.

>>> import governance
>>> proposal = governance.load("examples/rift-house.toml")
>>> governance.check(proposal).lawful
True

Each name is loaded when it is first used, so that asking for one does not wait for the others.
"""

import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from governance.version import __version__

if TYPE_CHECKING:
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
    from governance.errors import (
        CannotTellError,
        DocumentError,
        DraftRefusedError,
        GovernanceError,
        LawError,
        Problem,
        ProposalError,
    )
    from governance.model.proposal import Proposal
    from governance.model.reading import load, parse
    from governance.people.eligibility import eligible

__all__ = [
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
    "__version__",
    "check",
    "compare",
    "draft",
    "eligible",
    "explain",
    "law_diff",
    "lawful",
    "load",
    "options",
    "parse",
    "readings",
    "repair",
    "timeline",
    "unknowns",
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
    "errors": (
        "CannotTellError",
        "DocumentError",
        "DraftRefusedError",
        "GovernanceError",
        "LawError",
        "Problem",
        "ProposalError",
    ),
    "model.proposal": ("Proposal",),
    "model.reading": ("load", "parse"),
    "people.eligibility": ("eligible",),
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


def draft(proposal: "Proposal", *, on: datetime.date | None = None, anyway: bool = False) -> bytes:
    """Draft the instrument of government that a proposal describes, as the bytes of a Word file.

    Raises DraftRefusedError, with the reasons, where the proposal is unlawful or incomplete; with `anyway`
    the draft is made all the same and every page says that it does not comply.
    """
    from governance.documents import instrument  # noqa: PLC0415 - Word is slow to load, and checks need none

    return instrument.draft(proposal, on=on, anyway=anyway)
