"""The questions of `governance new`: what only a person knows, and then whatever the check itself still asks.

The law asks for what it needs: once the kind of school and the seats are known, each question is one that the check
puts in its own words, so that no other body of law needs other questions here.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import click

from governance.answers.check import check
from governance.answers.finding import Finding, Result
from governance.answers.repair import NearestBoard, repair
from governance.answers.room import NONE, room
from governance.answers.space.ranges import Ranges
from governance.answers.unknowns import span_words
from governance.cli.prompts import (
    ask,
    ask_line,
    day_hint_of,
    key_of,
    number_in,
    seats_in,
    set_answer,
    set_text,
)
from governance.english import day_words
from governance.errors import CannotTellError, ProposalError
from governance.law.facts import HAS_NO_FOUNDATION
from governance.letters.page import wrap
from governance.letters.repair import board_lines, impossible_lines
from governance.model import Proposal, meaning, parse
from governance.model.hints import meant
from governance.model.names import CATEGORIES, SCHOOL_CATEGORIES, SEATS, UNKNOWN, member_words, seat_words

_NAMED: Final = re.compile(
    r"Set (?P<key>\w+) under \[(?P<table>school|instrument|terms|approvals)\]|Add \[ethos\] with a description"
)
"""How a question of the check names the key that answers it."""
_KINDS: Final = "community, VA, VC, foundation, trust school, community special, foundation special, nursery, PRU, federation"
_A_TRUST_SCHOOL: Final = ("trust", "trust_school", "foundation_trust")
_BEFORE: Final = (
    "Enter takes the answer in square brackets, or leaves a question open where there is none; - leaves it open, too. "
    "Ctrl-C stops, and nothing is written."
)


def interview(start: Mapping[str, Any], today: datetime.date) -> dict[str, Any]:
    """Ask for a proposal, from what is known of it already; gives its tables."""
    for line in wrap(_BEFORE, "", ""):
        click.echo(line)
    data = {table: dict(value) if isinstance(value, Mapping) else value for table, value in start.items()}
    school = data.setdefault("school", {})
    school["category"] = ask(
        f"What kind of school is it ({_KINDS})", _kind, _kind_hint, school.get("category")
    )
    data.setdefault("seats", {})
    if school["category"] == "federation" and not data.get("schools"):
        _agree(data, lambda: data.update(schools=list(_schools())))
    set_text(school, "name", "What is it called")
    set_text(school, "local_authority", "Which local authority maintains it")
    if school["category"] in SCHOOL_CATEGORIES and school["category"] not in HAS_NO_FOUNDATION:
        set_text(
            school,
            "religious_character",
            'What religious character is it designated with, "none" if it has none',
        )
    instrument = data.setdefault("instrument", {})
    on = _day(instrument, data, today)
    instrument.setdefault("made_by", school.get("local_authority"))
    set_text(instrument, "made_by", "Who makes the instrument, as it is to name them")
    replaced = "If it varies and replaces an instrument, on which day was that made"
    _agree(data, lambda: set_answer(instrument, key_of("instrument", "replaces"), replaced))
    asked = {("school", "name"), ("instrument", "effective_on")}
    _questions(data, on, asked, only="school")
    _board(data, on)
    _terms(data)
    if data["seats"].get("foundation"):
        _foundation(data)
    _questions(data, on, asked)
    return data


def _day(instrument: dict[str, Any], data: Mapping[str, Any], today: datetime.date) -> datetime.date:
    """Ask for the day of effect until it is one whose law is encoded; gives the day whose law is asked."""
    known = instrument.pop("effective_on", None)
    while True:
        question = "From which day is it to take effect (open: the law of today)"
        day: datetime.date | None = ask(question, meaning.day, day_hint_of, known, or_none=True)
        try:
            check(proposal_of({**data, "instrument": {}, "seats": {}}), on=day or today)
        except CannotTellError as error:
            click.echo(f"  {error}")
            known = None
            continue
        if day:
            instrument["effective_on"] = day
        return day or today


def _agree(data: Mapping[str, Any], ask: Callable[[], None]) -> None:
    """Ask until the answer agrees with those before it."""
    while True:
        ask()
        try:
            proposal_of(data)
        except ProposalError as error:
            click.echo(f"  {error}")
        else:
            return


def proposal_of(data: Mapping[str, Any]) -> Proposal:
    """Give the proposal that the answers so far make."""
    return parse(data, source="the board so far")


def _kind(said: str) -> str | None:
    return "foundation" if meaning.plain(said) in _A_TRUST_SCHOOL else meaning.category(said)


def _kind_hint(said: str) -> str:
    return f"{meant(said, CATEGORIES)}."


def _schools() -> Iterator[dict[str, Any]]:
    """Ask for the schools of a federation, one after the other, until no more is named."""
    number = 0
    while name := ask_line(f"What is school {number + 1} of the federation called (Enter: no more)"):
        number += 1
        school: dict[str, Any] = {"name": name}
        school["category"] = ask(
            f"What kind of school is {name}", _school_kind, lambda said: f"{meant(said, SCHOOL_CATEGORIES)}."
        )
        if school["category"] not in HAS_NO_FOUNDATION:
            set_answer(
                school,
                key_of("school", "foundation"),
                f"{name}: does it have a foundation, and is it a qualifying foundation school?",
            )
            set_text(school, "religious_character", f'{name}: religious character, "none" if it has none')
        set_text(school, "head", f"{name}: its head teacher by office, where schools share one")
        yield school


def _school_kind(said: str) -> str | None:
    found = _kind(said)
    return found if found in SCHOOL_CATEGORIES else None


def _questions(
    data: dict[str, Any], on: datetime.date, asked: set[tuple[str, str]], *, only: str = ""
) -> None:
    """Put the questions that the check has, until it has no other that one key answers."""
    while True:
        result = check(proposal_of(data), on=on)
        found = next(
            (
                (key, one)
                for one in _open(result)
                for key in [_named(one)]
                if key and key not in asked and only in ("", key[0])
            ),
            None,
        )
        if found is None:
            return
        (table, name), finding = found
        asked.add((table, name))
        question = finding.question[: _NAMED.search(finding.question).start()].strip()  # type: ignore[union-attr]
        set_answer(data.setdefault(table, {}), key_of(table, name), f"{question} ({finding.citation})")
        if not data[table]:
            del data[table]


def _open(result: Result) -> tuple[Finding, ...]:
    return (*result.of("unlawful", "unknown"), *result.awaiting("statement"), *result.awaiting("step"))


def _named(finding: Finding) -> tuple[str, str] | None:
    found = _NAMED.search(finding.question)
    return found and (found["table"] or "ethos", found["key"] or "description")


def _board(data: dict[str, Any], on: datetime.date) -> None:
    """Ask for the seats, say what the law says of them, and offer the nearest lawful boards, until one is kept."""
    click.echo("\nThe seats. A number, or ? for one that is still open.")
    while True:
        _seats(data, on)
        result = check(proposal_of(data), on=on)
        click.echo()
        for line in _verdict(result):
            click.echo(line)
        if result.lawful is not False or _chosen(data, on):
            return


def _seats(data: dict[str, Any], on: datetime.date) -> None:
    there = data["seats"]
    given: dict[str, Any] = {}
    ever = _room(data, on, {})
    for seat in SEATS:
        if ever[seat] == NONE and not there.get(seat):
            given[seat] = 0
            continue
        left = _room(data, on, given)[seat]
        lawful = f"{span_words(left)} would be lawful" if left else "none would be lawful with those above"
        who = seat_words(seat, 2)
        if data["school"]["category"] == "pupil referral unit":
            who = member_words(who)
        given[seat] = ask(
            f"How many {who} ({lawful})",
            seats_in,
            lambda _: 'Write a whole number such as 2, or "?" while it is open.',
            there.get(seat, "?"),
        )
    data["seats"] = {seat: number for seat, number in given.items() if number != 0}
    staff = _ask_staff(given.get("co_opted", 0), there.get("co_opted_staff"))
    if staff is not None:
        data["seats"]["co_opted_staff"] = staff
    if all(isinstance(number, int) for number in given.values()):
        data["seats"]["total"] = sum(int(number) for number in given.values())


def _room(data: Mapping[str, Any], on: datetime.date, given: Mapping[str, Any]) -> dict[str, Ranges]:
    """Give what would be lawful for each seat; every number where the law of such a body cannot be told."""
    try:
        return room(proposal_of({**data, "seats": {}}), on=on, given=given)
    except CannotTellError:
        return dict.fromkeys(SEATS, ((0, None),))


def _ask_staff(co_opted: Any, known: object) -> Any:
    if co_opted in (0, UNKNOWN):
        return None

    def within(said: str) -> int | None:
        found = meaning.whole(said)
        return found if found is not None and 0 <= found <= co_opted else None

    known = known if isinstance(known, int) and known <= co_opted else None
    question = f"How many of the {co_opted} co-opted governors are employed at the school"
    return ask(question, within, lambda _: f"Write a number from 0 to {co_opted}.", known, or_none=True)


def _verdict(result: Result) -> Iterator[str]:
    """Say whether the board is lawful, and why not or on what condition."""
    said = {True: "LAWFUL", False: "UNLAWFUL", None: "CANNOT TELL"}[result.lawful]
    condition = ", on condition" if result.lawful and result.conditions else ""
    yield f"{said}{condition}, by the law of {day_words(result.on)}"
    for finding in result.of("unlawful", "breached"):
        yield from wrap(f"{finding.because}. ({finding.citation})", "  - ", "    ")
    for finding in result.conditions:
        yield from wrap(f"provided that {finding.condition}. ({finding.citation})", "  - ", "    ")


def _chosen(data: dict[str, Any], on: datetime.date) -> bool:
    """Offer the nearest lawful boards; false where the seats are to be asked for again."""
    seats = {key: count for key, count in data["seats"].items() if key != "total"}
    boards: tuple[NearestBoard, ...] = ()
    try:
        found = repair(proposal_of({**data, "seats": seats}), on=on)
        boards = found.boards
        if found.impossible:
            for line in impossible_lines(found.impossible):
                click.echo(line)
    except CannotTellError as error:
        click.echo(f"\nThe nearest lawful boards cannot be told. {error}")
    says = member_words if data["school"]["category"] == "pupil referral unit" else str
    if boards:
        click.echo("\nThe nearest lawful boards")
    for number, board in enumerate(boards, start=1):
        for line in board_lines(number, board, says):
            click.echo(line)
    numbers = [str(number) for number in range(1, len(boards) + 1)]
    which = f"Take one of these ({', '.join(numbers)}), c" if numbers else "C"
    said = click.prompt(
        f"\n{which}hange the seats (c) or keep them (k)",
        type=click.Choice([*numbers, "c", "k"]),
        show_choices=False,
    )
    if said in numbers:
        board = boards[int(said) - 1]
        staff = data["seats"].get("co_opted_staff")
        data["seats"] = {seat: count for seat, count in board.seats.items() if count}
        if staff is not None and staff <= board.seats.get("co_opted", 0):
            data["seats"]["co_opted_staff"] = staff
        data["seats"]["total"] = board.total
    return said != "c"


def _terms(data: dict[str, Any]) -> None:
    """Ask for the terms of office that the instrument sets."""
    if not click.confirm(
        "\nDoes the instrument set a term of office other than the law does", default=bool(data.get("terms"))
    ):
        return
    terms = data.setdefault("terms", {})
    hint = 'Write it with its unit, such as "2 years" or "18 months".'
    for seat in ("all", *(seat for seat in SEATS if data["seats"].get(seat))):
        who = "all governors" if seat == "all" else seat_words(seat, 2)
        said = ask(
            f"The term of office of {who}",
            meaning.term,
            lambda _: hint,
            terms.get(seat),
            or_none=True,
        )
        terms.pop(seat, None)
        if said is not None:
            terms[seat] = str(said)


def _foundation(data: dict[str, Any]) -> None:
    """Ask who appoints the foundation governors, and which of them come by an office."""
    side = data.setdefault("foundation", {})
    schools = [school["name"] for school in data.get("schools", ()) if school.get("name")]
    side["ex_officio"] = list(side.get("ex_officio", ()))
    side["appointers"] = list(side.get("appointers", ()))
    for entry in side["ex_officio"]:
        click.echo(f"  {entry['office']} holds a seat by virtue of the office, as it stands")
    for entry in side["appointers"]:
        click.echo(f"  {entry['by']} appoints {entry['number']}, as it stands")
    while office := ask_line(
        "Which office carries a foundation seat, such as the vicar (Enter: none, or no more)"
    ):
        entry = {"office": office}
        set_text(entry, "removal_requested_by", "Who may ask for the removal of the holder")
        set_text(entry, "substitute_appointed_by", "Who appoints somebody to act in the holder's place")
        _which(entry, schools)
        side["ex_officio"].append(entry)
    while by := ask_line("Who appoints foundation governors (Enter: nobody, or nobody else)"):
        number = ask(f"How many does {by} appoint", number_in, lambda _: "Write a whole number such as 2.")
        entry = {"by": by, "number": number}
        _which(entry, schools)
        side["appointers"].append(entry)
    for name in ("ex_officio", "appointers"):
        if not side[name]:
            del side[name]


def _which(entry: dict[str, Any], schools: list[str]) -> None:
    if schools:
        said = ask(
            "For which school",
            lambda said: said if said in schools else None,
            lambda _: f"Known: {', '.join(schools)}.",
            or_none=True,
        )
        if said is not None:
            entry["school"] = said
