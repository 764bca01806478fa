"""`governance steps`: what to do, in which order, by when, with the provision each step comes from."""

import datetime
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from governance.cli.common import BAD_INPUT, CANNOT_TELL, Day, complain
from governance.errors import CannotTellError
from governance.model import School
from governance.model.names import CATEGORIES, FOUNDATION, SEATS

if TYPE_CHECKING:
    from governance.answers.procedures import Procedure

_KINDS: Final = (
    "parent",
    "appointed_parent",
    "staff",
    "local_authority",
    "co_opted",
    "partnership",
    "foundation",
    "ex_officio",
    "head_teacher",
)
_CAUSES: Final = {
    "new-instrument": "new instrument",
    "federation": "federation",
    "change-of-category": "change of category",
}
_SURPLUS: Final = tuple(seat for seat in SEATS if seat != "head_teacher")


def _day(name: str, text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(name, type=Day(), metavar="DATE", help=text)


_on = _day("--on", "The day whose law to apply. Default: today, or the day of the first event you give.")
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_school = click.option(
    "--category", "category", type=click.Choice(CATEGORIES), required=True, help="The category of the school."
)
_foundation = click.option(
    "--foundation", type=click.Choice(FOUNDATION), help="Whether a foundation school has a foundation."
)
_character = click.option(
    "--religious-character", metavar="TEXT", help='As designated: "Church of England". Default: not said.'
)
_governors = click.option(
    "--foundation-governors/--no-foundation-governors",
    default=None,
    help="Whether there are any, where the category does not tell: in a federation.",
)


@click.group(epilog="Example: governance steps removal --category co_opted --first-meeting 2018-09-18")
def steps() -> None:
    """Give the steps of a procedure, each with its dates and its citation.

    The exit status is 0 with steps, 2 for bad usage or days that cannot be, 3 where the law of the day was not read or depends on
    something that was not given.
    """


@steps.command(
    epilog="Example: governance steps surplus --category parent --category co_opted --on 2018-09-18"
)
@click.option(
    "--category",
    "categories",
    type=click.Choice(_SURPLUS),
    multiple=True,
    required=True,
    help="A category of governor with more in post than seats; may be given several times.",
)
@click.option(
    "--cause",
    type=click.Choice(tuple(_CAUSES)),
    default="new-instrument",
    show_default=True,
    help="Why there are too many: each cause has a method of its own.",
)
@click.option(
    "--older-instrument",
    is_flag=True,
    help="The instrument is one that the Regulations of 2007 still govern.",
)
@_day("--implemented-on", "The implementation date of a change of category.")
@_on
@_json
def surplus(
    categories: tuple[str, ...],
    cause: str,
    implemented_on: datetime.date | None,
    on: datetime.date | None,
    *,
    older_instrument: bool,
    as_json: bool,
) -> None:
    """Who leaves where there are more governors than seats."""
    from governance.answers import procedures  # noqa: PLC0415 - the other commands need none of it

    day = on or implemented_on or _today()
    _print(
        lambda: procedures.surplus(
            day,
            categories=categories,
            cause=next(known for known in procedures.CAUSES if known == _CAUSES[cause]),
            older_instrument=older_instrument,
            implemented_on=implemented_on,
        ),
        as_json=as_json,
    )


@steps.command(epilog="Example: governance steps removal --category parent --first-meeting 2018-09-18")
@click.option("--category", type=click.Choice(_KINDS), required=True, help="The kind of governor.")
@_day("--first-meeting", "The day of the first meeting; the second is counted from it.")
@click.option(
    "--at-request",
    is_flag=True,
    help="Of a partnership governor: whoever nominated the governor asks for it.",
)
@_on
@_json
def removal(
    category: str,
    first_meeting: datetime.date | None,
    on: datetime.date | None,
    *,
    at_request: bool,
    as_json: bool,
) -> None:
    """How a governor is removed from office, and by whom.

    "parent" is an elected parent governor, "appointed_parent" one whom the governing body appointed; "foundation"
    is a foundation governor who was appointed, "ex_officio" one who holds the seat with an office.
    """
    from governance.answers import procedures  # noqa: PLC0415

    day = on or first_meeting or _today()
    _print(
        lambda: procedures.removal(category, day, first_meeting=first_meeting, at_request=at_request),
        as_json=as_json,
    )


@steps.command(epilog='Example: governance steps making --category "voluntary aided" --on 2018-09-18')
@_school
@_foundation
@_character
@_governors
@_on
@_json
def making(
    category: str,
    foundation: str | None,
    religious_character: str | None,
    foundation_governors: bool | None,  # noqa: FBT001 - click gives it by name
    on: datetime.date | None,
    *,
    as_json: bool,
) -> None:
    """How the first instrument is made."""
    from governance.answers import procedures  # noqa: PLC0415

    school = School(category, foundation=foundation, religious_character=religious_character)
    _print(
        lambda: procedures.making(on or _today(), school, foundation_governors=foundation_governors),
        as_json=as_json,
    )


@steps.command(epilog="Example: governance steps variation --category community --on 2018-09-18")
@_school
@_foundation
@_character
@_governors
@click.option(
    "--by",
    "proposed_by",
    type=click.Choice(("governing body", "local authority")),
    default="governing body",
    show_default=True,
    help="Who proposes it.",
)
@_on
@_json
def variation(
    category: str,
    foundation: str | None,
    religious_character: str | None,
    foundation_governors: bool | None,  # noqa: FBT001 - click gives it by name
    on: datetime.date | None,
    *,
    proposed_by: str,
    as_json: bool,
) -> None:
    """How an instrument is reviewed and varied."""
    from governance.answers import procedures  # noqa: PLC0415

    school = School(category, foundation=foundation, religious_character=religious_character)
    _print(
        lambda: procedures.variation(
            on or _today(), school, foundation_governors=foundation_governors, proposed_by=proposed_by
        ),
        as_json=as_json,
    )


@steps.command(epilog="Example: governance steps disagreement --category community --on 2018-09-18")
@_school
@_foundation
@_governors
@_on
@_json
def disagreement(
    category: str,
    foundation: str | None,
    foundation_governors: bool | None,  # noqa: FBT001 - click gives it by name
    on: datetime.date | None,
    *,
    as_json: bool,
) -> None:
    """What follows where there is no agreement."""
    from governance.answers import procedures  # noqa: PLC0415

    school = School(category, foundation=foundation)
    _print(
        lambda: procedures.disagreement(on or _today(), school, foundation_governors=foundation_governors),
        as_json=as_json,
    )


@steps.command(epilog="Example: governance steps copies --on 2018-09-18")
@_on
@_json
def copies(on: datetime.date | None, *, as_json: bool) -> None:
    """Who is sent the instrument."""
    from governance.answers import procedures  # noqa: PLC0415

    _print(lambda: procedures.copies(on or _today()), as_json=as_json)


@steps.command(
    "parent-appointment",
    epilog="Example: governance steps parent-appointment --category community --on 2018-09-18",
)
@_school
@_on
@_json
def parent_appointment(category: str, on: datetime.date | None, *, as_json: bool) -> None:
    """When parents are appointed, and in which order."""
    from governance.answers import procedures  # noqa: PLC0415

    _print(lambda: procedures.parent_appointment(on or _today(), category), as_json=as_json)


@steps.command(
    "change-of-category",
    epilog="Example: governance steps change-of-category --published-on 2018-05-01 --implemented-on 2018-09-01",
)
@_day("--published-on", "The day the proposals are published.")
@_day("--implemented-on", "The implementation date.")
@_on
@_json
def change_of_category(
    published_on: datetime.date | None,
    implemented_on: datetime.date | None,
    on: datetime.date | None,
    *,
    as_json: bool,
) -> None:
    """How a school changes category, or gains a foundation majority."""
    from governance.answers import procedures  # noqa: PLC0415

    day = on or published_on or implemented_on or _today()
    _print(
        lambda: procedures.change_of_category(day, published_on=published_on, implemented_on=implemented_on),
        as_json=as_json,
    )


@steps.command(
    "ending-majority", epilog="Example: governance steps ending-majority --first-meeting 2018-09-18"
)
@_day("--first-meeting", "The day of the first meeting; the second is counted from it.")
@_on
@_json
def ending_majority(first_meeting: datetime.date | None, on: datetime.date | None, *, as_json: bool) -> None:
    """How a foundation majority is ended."""
    from governance.answers import procedures  # noqa: PLC0415

    day = on or first_meeting or _today()
    _print(lambda: procedures.ending_majority(day, first_meeting=first_meeting), as_json=as_json)


@steps.command(
    "new-school", epilog="Example: governance steps new-school --opens-on 2018-09-01 --on 2018-05-01"
)
@_day("--opens-on", "The day the school opens.")
@_on
@_json
def new_school(opens_on: datetime.date | None, on: datetime.date | None, *, as_json: bool) -> None:
    """How a new school gets its instrument."""
    from governance.answers import procedures  # noqa: PLC0415

    _print(lambda: procedures.new_school(on or opens_on or _today(), opens_on=opens_on), as_json=as_json)


@steps.command(
    "leaving-federation",
    epilog="Example: governance steps leaving-federation --schools 3 --received-on 2018-09-18",
)
@click.option(
    "--schools", type=click.IntRange(min=2), default=3, show_default=True, help="How many are federated now."
)
@_day("--received-on", "The day the request is received.")
@_on
@_json
def leaving_federation(
    schools: int, received_on: datetime.date | None, on: datetime.date | None, *, as_json: bool
) -> None:
    """How one school leaves a federation."""
    from governance.answers import procedures  # noqa: PLC0415

    day = on or received_on or _today()
    _print(
        lambda: procedures.leaving_federation(day, schools=schools, received_on=received_on), as_json=as_json
    )


@steps.command(epilog="Example: governance steps dissolving --decided-on 2018-09-18")
@_day("--decided-on", "The day it is decided.")
@_on
@_json
def dissolving(decided_on: datetime.date | None, on: datetime.date | None, *, as_json: bool) -> None:
    """How a federation is dissolved."""
    from governance.answers import procedures  # noqa: PLC0415

    _print(
        lambda: procedures.dissolving(on or decided_on or _today(), decided_on=decided_on), as_json=as_json
    )


@steps.command(epilog="Example: governance steps discontinuance --schools-left 1 --ends-on 2018-08-31")
@click.option("--schools-left", type=click.IntRange(min=1), required=True, help="How many schools are left.")
@_day("--ends-on", "The day the school is discontinued.")
@_on
@_json
def discontinuance(
    schools_left: int, ends_on: datetime.date | None, on: datetime.date | None, *, as_json: bool
) -> None:
    """What follows where a federated school is discontinued."""
    from governance.answers import procedures  # noqa: PLC0415

    day = on or ends_on or _today()
    _print(
        lambda: procedures.discontinuance(day, schools_left=schools_left, ends_on=ends_on), as_json=as_json
    )


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _print(make: Callable[[], "Procedure"], *, as_json: bool) -> None:
    from governance.answers.procedures import ProcedureDateError  # noqa: PLC0415
    from governance.answers.procedures.letter import letter  # noqa: PLC0415

    try:
        procedure = make()
    except ProcedureDateError as error:
        complain(error)
        if as_json:
            click.echo(json.dumps({"steps": None, "error": {"problems": [str(error)]}}, indent=2))
        click.get_current_context().exit(BAD_INPUT)
    except CannotTellError as error:
        if as_json:
            click.echo(json.dumps({"steps": None, "error": {"problems": [str(error)]}}, indent=2))
        else:
            click.echo(f"CANNOT TELL\n{error}")
        click.get_current_context().exit(CANNOT_TELL)
    click.echo(
        json.dumps(procedure.as_json(), indent=2, ensure_ascii=False) if as_json else letter(procedure)
    )
