"""The audit of one document: what it says, whether that was lawful when it took effect, and whether it is today."""

import datetime
import os
from collections.abc import Mapping
from typing import Any, Final

import attrs

from governance.answers.check import check
from governance.answers.finding import Result
from governance.audit.row import Breach, Row, Verdict
from governance.audit.schools import Schools, Told
from governance.errors import CannotTellError, GovernanceError, ProposalError, UnreadableError
from governance.files import budget
from governance.law import book_for
from governance.model import Proposal
from governance.model.reading import written
from governance.model.recognise import is_proposal_file
from governance.reading.evidence import Remark
from governance.reading.evidence_words import not_understood, remarked, said

_REPORT: Final = "this is a mistake in the program: please report it, with the document if you may"


def audit_one(path: "str | os.PathLike[str]", *, today: datetime.date, schools: Schools | None = None) -> Row:
    """Read and check one document; whatever is wrong with it, there is a row.

    A proposal is checked as it is, whatever its file is called; everything else is read as an instrument. What either
    does not say of its school is taken from the list of `schools`.
    """
    file = os.fspath(path)
    try:
        with budget.of(file, anew=True):
            return _one(file, today, schools)
    except ProposalError as error:
        return Row(file, "unreadable", today, reason=_problems(error))
    except UnreadableError as error:
        return Row(file, "unreadable", today, reason=f"{error.wrong}. {error.remedy}")
    except GovernanceError as error:
        return Row(file, "unreadable", today, reason=_one_line(str(error)))
    except Exception as error:  # noqa: BLE001 - one document never stops the others
        return Row(file, "failed", today, reason=f"{type(error).__name__}: {_REPORT}")


def _one(file: str, today: datetime.date, schools: Schools | None) -> Row:
    if not is_proposal_file(file):
        return _read(file, today, schools)
    there, told = written(file), Told()
    school = there.data.get("school", {})
    if schools and isinstance(school, Mapping):
        told = schools.tell(file, school, federated="schools" in there.data)
        there = attrs.evolve(there, data={**there.data, "school": {**school, **told.adds}})
    proposal = there.proposal()
    remarks = (*told.remarks, *map(_one_line, proposal.read_as))
    row = Row(file, "unreadable", today, told=told.said, conflicts=told.conflicts, remarks=remarks)
    return _checked(row, proposal)


def _read(file: str, today: datetime.date, schools: Schools | None) -> Row:
    from governance.reading.needs import WHICH_SCHOOLS  # noqa: PLC0415 - proposals need no reader
    from governance.reading.read import read  # noqa: PLC0415

    understood = read(file)
    told = Told()
    if schools and not understood.outside:
        from governance.reading.beside import added, speaks_of_a_federation  # noqa: PLC0415 - only with a list

        told = schools.tell(
            file,
            understood.data.get("school", {}),
            text="\n".join(line.words for line in understood.transcript.lines),
            federated=speaks_of_a_federation(understood),
        )
        understood = added(understood, told.adds, dict.fromkeys(told.adds, told.by))
    school, instrument = understood.data.get("school", {}), understood.data.get("instrument", {})
    seats = {seat: count for seat, count in understood.data.get("seats", {}).items() if seat != "total"}
    row = Row(
        file,
        "cannot tell",
        today,
        school=school.get("name"),
        category=school.get("category"),
        seats=seats,
        made_on=_day(instrument.get("made_on")),
        effective_on=_day(instrument.get("effective_on")),
        told=told.said,
        conflicts=(
            *(_remark(remark) for remark in understood.remarks if remark.kind == "conflict"),
            *told.conflicts,
        ),
        remarks=(
            *told.remarks,
            *(_remark(remark) for remark in understood.remarks if remark.kind != "conflict"),
            *map(_one_line, understood.transcript.notes),
        ),
        inferred=tuple(
            _one_line(f"{said(one)}: {one.because}")
            for one in understood.evidence
            if one.sure == "inferred" and "." in one.field
        ),
        not_understood=() if understood.outside else tuple(map(_one_line, not_understood(understood))),
    )
    if understood.outside:
        return attrs.evolve(row, reason=_one_line(understood.outside))
    if not seats:
        nothing = "it does not read as an instrument of government: no seats were found in it"
        return attrs.evolve(row, verdict="unreadable", reason=nothing)
    try:
        proposal = understood.proposal()
    except ProposalError as error:
        if not row.category:
            return attrs.evolve(
                row, reason=told.outside or "the document does not state the category of the school"
            )
        if row.category == "federation" and not understood.data.get("schools"):
            return attrs.evolve(row, reason=WHICH_SCHOOLS)
        return attrs.evolve(row, reason=_problems(error))
    return _checked(row, proposal)


def _checked(row: Row, proposal: Proposal) -> Row:
    instrument, counts = proposal.instrument, proposal.seats.counts()
    row = attrs.evolve(
        row,
        school=proposal.school.name,
        category=proposal.school.category,
        total=proposal.seats.sum(),
        seats={seat: count for seat, count in counts.items() if count},
        made_on=instrument.made_on,
        effective_on=instrument.effective_on,
        on=instrument.effective_on or row.today,
    )
    on = row.on or row.today
    result, verdict, why = then = _check(proposal, on)
    same = result is not None and _same_law(proposal, on, row.today)
    now, verdict_today, why_today = then if same else _check(proposal, row.today)
    breaches = _breaches(result)
    return attrs.evolve(
        row,
        verdict=verdict,
        verdict_today=verdict_today,
        breaches=breaches,
        breaches_today=tuple(breach for breach in _breaches(now) if breach not in breaches),
        conditions=tuple(finding.condition for finding in result.conditions) if result else (),
        doubts=_doubts(result),
        open=tuple(dict.fromkeys(one.question for one in result.of("unlawful", "unknown"))) if result else (),
        reason=why or (why_today and f"under the law of today: {why_today}"),
    )


def _check(proposal: Proposal, day: datetime.date) -> tuple[Result | None, Verdict, str]:
    """Check under the law of a day; where that cannot be done, say why."""
    try:
        result = check(proposal, on=day)
    except CannotTellError as error:
        return None, "cannot tell", _one_line(str(error))
    if result.lawful is None:
        return result, "cannot tell", ""
    if not result.lawful:
        return result, "unlawful", ""
    return result, "lawful on condition" if result.conditions else "lawful", ""


def _same_law(proposal: Proposal, one: datetime.date, other: datetime.date) -> bool:
    """Tell whether what can make a proposal unlawful, or lawful on condition, is the same on two days; advice is not looked at."""
    try:
        books = [book_for(proposal, day) for day in (one, other)]
    except CannotTellError:
        return False
    first, second = (
        [rule for rule in book.rules if rule.severity == "unlawful" or rule.require] for book in books
    )
    return first == second


def _breaches(result: Result | None) -> tuple[Breach, ...]:
    if result is None:
        return ()
    return tuple(
        Breach(finding.rule, finding.citation, finding.because)
        for finding in result.of("unlawful", "breached")
    )


def _doubts(result: Result | None) -> tuple[str, ...]:
    """Say each point on which the law is doubtful and on which another view gives another answer."""
    if result is None:
        return ()
    found = (
        f"{finding.doubt.doubt} On the other view this is {finding.doubt.verdict} ({finding.citation})"
        for finding in result.findings
        if finding.doubt and finding.severity == "unlawful"
    )
    return tuple(dict.fromkeys(found))


def _remark(remark: Remark) -> str:
    return _one_line(remarked(remark))


def _problems(error: ProposalError) -> str:
    """Say the first of what is wrong with a proposal, and how much more there is."""
    first, *more = error.problems
    line = first.where.rpartition(":")[2]
    key = f"line {line}: " if line.isdecimal() else ""
    key += f"{first.path} " if first.path else ""
    others = f" ({len(more)} more)" if more else ""
    return _one_line(f"{key}{first.message}. {first.remedy}{others}")


def _day(value: Any) -> datetime.date | None:
    return value if isinstance(value, datetime.date) else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
