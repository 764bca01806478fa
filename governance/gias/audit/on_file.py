"""What an authority has on file of the bodies of a record: instruments of government, and registers of governors.

An instrument is of the body whose URN or DfE number stands in it or in the name of its file, or else of the one body of
its name. What it does not say of its school is taken from the record, and what it says is never overruled.
"""

import datetime
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

import attrs

from governance.audit import Schools, instruments
from governance.audit.schools import Listed, name_key
from governance.english import lower
from governance.errors import GovernanceError, UnreadableError
from governance.files import budget
from governance.gias.record import Body, Record
from governance.model import Proposal
from governance.model.reading import written
from governance.model.recognise import is_proposal_file, is_table
from governance.people.in_post import in_post
from governance.people.register import Register, read_register

if TYPE_CHECKING:
    from governance.model.person import Person


@attrs.frozen
class OnFile:
    """What is on file of one body: its instrument, and how many of each category a register has in post on the day."""

    file: str
    proposal: Proposal
    register: str = ""
    in_post: Mapping[str, int] = attrs.field(factory=dict)

    @property
    def file_name(self) -> str:
        """Give the name of the file of the instrument, without the folders of the machine that it stands in."""
        return PurePath(self.file).name


@attrs.frozen
class Files:
    """What is on file by the URN of each body, a federation by the first of its schools, and what could not be used."""

    of: Mapping[str, OnFile] = attrs.field(factory=dict)
    problems: tuple[str, ...] = ()


NOTHING: Final = Files()


def on_file(paths: "Iterable[str | os.PathLike[str]]", record: Record, on: datetime.date) -> Files:
    """Read every instrument and every register in some folders; DocumentError where one of the paths is not there."""
    schools = _schools(record)
    found: dict[str, OnFile] = {}
    registers: list[Register] = []
    problems: list[str] = []
    for path in instruments(paths):
        file = os.fspath(path)
        try:
            with budget.of(file, anew=True):
                if is_table(file):
                    registers.append(read_register(path))
                    continue
                urn, proposal = _instrument(path, schools)
        except GovernanceError as error:
            said = f"{error.wrong}. {error.remedy}" if isinstance(error, UnreadableError) else str(error)
            problems.append(f"{file}: {' '.join(said.removeprefix(f'{file}: ').split())}")
            continue
        if urn in found:
            first = found[urn]
            days = [one.instrument.effective_on or datetime.date.min for one in (first.proposal, proposal)]
            problems.append(
                f"{file}: {first.file} is of the same body. The one that takes effect later was taken."
            )
            if days[1] <= days[0]:
                continue
        found[urn] = OnFile(file, proposal)
        if proposal.people:
            registers.append(Register(file, tuple(attrs.evolve(one, body=urn) for one in proposal.people)))
    budget.close()
    with_registers = _with_registers(found, registers, schools, on)
    used = {one.register for one in with_registers.values()}
    problems += [
        f"{one.source}: No row of the register is of a body whose instrument is on file, so it was not used."
        for one in registers
        if one.source not in used
    ]
    return Files(with_registers, tuple(problems))


def _instrument(path: Path, schools: Schools) -> tuple[str, Proposal]:
    """Read one instrument and tell whose it is; UnreadableError where that cannot be told."""
    file = os.fspath(path)
    if is_proposal_file(file):
        proposal = written(file).proposal()
        return _whose(file, proposal, schools, ""), proposal
    from governance.reading.beside import added  # noqa: PLC0415 - proposals need no reader
    from governance.reading.read import read  # noqa: PLC0415

    understood = read(file)
    if understood.outside:
        raise UnreadableError(understood.outside, "Leave it out.")
    school = understood.data.get("school", {})
    text = "\n".join(line.words for line in understood.transcript.lines)
    told = schools.tell(file, school, text=text, federated="federation" in text.casefold())
    proposal = added(understood, told.adds, dict.fromkeys(told.adds, told.by)).proposal()
    return _whose(file, proposal, schools, text), proposal


def _whose(file: str, proposal: Proposal, schools: Schools, text: str) -> str:
    school, why = proposal.school, "no body of the record has its number or its name"
    for name in (school.name, proposal.instrument.governing_body, *(one.name for one in proposal.schools)):
        whose = schools.find(file, name=name, authority=school.local_authority, text=text)
        if isinstance(whose, Listed):
            return whose.where
        why = lower(whose or why)
    raise UnreadableError(
        f"It is not told of which body it is: {why}", "Put the URN into the name of the file."
    )


def _schools(record: Record) -> Schools:
    by_number: dict[str, Listed] = {}
    by_name: dict[str, list[Listed]] = defaultdict(list)
    for body in record.bodies.values():
        one = _listed(body, record)
        by_number[body.urn] = one
        if body.laestab:
            by_number[body.laestab] = one
        for name in {body.name, body.federation.name if body.federation else ""} - {""}:
            key = name_key(name)
            if not any(other.where == one.where for other in by_name[key]):
                by_name[key].append(one)
    return Schools({}, by_number, {name: tuple(same) for name, same in by_name.items()})


def _listed(body: Body, record: Record) -> Listed:
    first = (
        next((urn for urn in body.federation.schools if urn in record.bodies), body.urn)
        if body.federation
        else body.urn
    )
    said = {
        "category": body.kind,
        "foundation": body.foundations[0] if len(body.foundations) == 1 else "",
        "religious_character": body.religious_character,
        "local_authority": body.authority,
        "name": body.name,
    }
    says = {key: value for key, value in said.items() if value}
    return Listed(first, body.name, says, body.type, federated=bool(body.federation or body.federated))


def _with_registers(
    found: Mapping[str, OnFile], registers: Iterable[Register], schools: Schools, on: datetime.date
) -> dict[str, OnFile]:
    """Add to each body what a register has in post; a register is of the body that is named in it, and else of none."""
    filed = dict(found)
    for register in registers:
        by_urn: dict[str, list[Person]] = defaultdict(list)
        for one in register.people:
            whose = schools.by_number.get(re.sub(r"\D", "", one.body)) or schools.find(
                "", name=one.body, authority=None, text=""
            )
            by_urn[whose.where if isinstance(whose, Listed) else ""].append(one)
        for urn in by_urn.keys() & found.keys():
            people = in_post(Register(register.source, tuple(by_urn[urn])), [found[urn].proposal], on=on)
            lines = (line.person.category for body in people.bodies for line in body.lines if line.in_post)
            filed[urn] = attrs.evolve(filed[urn], register=register.source, in_post=Counter(lines))
    return filed
