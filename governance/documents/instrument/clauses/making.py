"""The clauses at the end: sponsors and nominating body, the day of effect, and who makes it."""

from governance.documents.instrument.clauses.brief import Brief, given, given_day, listed_parts
from governance.documents.word.blocks import Clause, Gap, Held, Text
from governance.english import day_words
from governance.model import Proposal

_NO_BODY = "none"
_NOMINATES = "instrument.nominating_body"
_MADE_BY = "instrument.made_by"


def sponsors(brief: Brief) -> Clause | None:
    """Name the sponsors."""
    names = brief.proposal.instrument.sponsor_names
    if not brief.proposal.seats.sponsor:
        return None
    lead = "The sponsor is " if len(names) == 1 else "The sponsors are "
    held = [(Held(f"instrument.sponsor_names.{place}", name),) for place, name in enumerate(names)]
    return Clause((lead, *(listed_parts(held) or (Gap("names of the sponsors"),)), "."))


def nominating_body(brief: Brief) -> Clause:
    """Name the body that nominates a community governor of a special school."""
    body = brief.proposal.instrument.nominating_body
    if body is not None and body.casefold() == _NO_BODY:
        return Clause((Held(_NOMINATES, "No body"), " nominates a community governor."))
    return Clause(
        ("The body that nominates a community governor is ", given(_NOMINATES, body, "name of the body"), ".")
    )


def effect(brief: Brief) -> Clause:
    """State the day of effect and, of a variation, what it replaces and from when."""
    day = given_day("instrument.effective_on", brief.proposal.instrument.effective_on, "date of effect")
    after = (_variation(brief.proposal, day),) if brief.proposal.varies else ()
    return Clause(("This instrument of government has effect from ", day, "."), after=after)


def _variation(proposal: Proposal, day: Held | Gap) -> Text:
    old = proposal.instrument.replaces
    which = (
        ("made on ", Held("instrument.replaces", day_words(old)))
        if old
        else ("in force immediately before it",)
    )
    return (
        "It varies and replaces the instrument of government ",
        *which,
        "; the variation takes effect on ",
        day,
        ".",
    )


def made(brief: Brief) -> Clause:
    """Say by whose order the instrument is made, and on which day."""
    day = given_day("instrument.made_on", brief.proposal.instrument.made_on, "date of the order")
    return Clause(("This instrument was made by order of ", authority(brief.proposal), " on ", day, "."))


def authority(proposal: Proposal) -> Held | Gap:
    """Name the authority that makes the instrument, as given, or else from the school's local authority."""
    if proposal.instrument.made_by:
        return Held(_MADE_BY, proposal.instrument.made_by)
    local_authority = proposal.school.local_authority
    return Held(_MADE_BY, f"{local_authority} Local Authority") if local_authority else Gap("local authority")
