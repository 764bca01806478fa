"""`governance steps`: what to do, in which order, by when, with the provision each step comes from."""

from typing import Any, Final

import click

from governance.cli.procedure import (
    CHARACTER,
    FEDERATED,
    GOVERNORS,
    HAS_FOUNDATION,
    MEETING,
    SCHOOL,
    day,
    flag,
    group,
    kind,
    procedure,
)
from governance.model import School
from governance.model.names import CATEGORIES, SEATS

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
_OFFICE: Final = kind(
    "--office", ("chair", "vice-chair"), "Which of the two.", default="chair", show_default=True
)
_ELECTED: Final = day("--elected-on", "The day of the election.")
_UNIT: Final = "The category of the school. Need be given only for a pupil referral unit."


def _surplus(given: dict[str, Any]) -> dict[str, Any]:
    return {
        **{key: value for key, value in given.items() if key != "category"},
        "categories": given["category"],
        "cause": _CAUSES[given["cause"]],
    }


def _of_school(given: dict[str, Any]) -> dict[str, Any]:
    """Make a school of the options that describe one."""
    about = ("category", "foundation", "religious_character")
    school = School(**{key: given[key] for key in about if key in given})
    return {"school": school, **{key: value for key, value in given.items() if key not in about}}


_COMMANDS: Final = (
    # Governors in post.
    procedure(
        "surplus",
        "Who leaves where there are more governors than seats.",
        "--category parent --category co_opted --first-meeting 2018-09-18",
        kind(
            "--category",
            tuple(seat for seat in SEATS if seat != "head_teacher"),
            "A category of governor with more in post than seats; may be given several times.",
            multiple=True,
            required=True,
        ),
        kind(
            "--cause",
            tuple(_CAUSES),
            "Why there are too many: each cause has a method of its own.",
            default="new-instrument",
            show_default=True,
        ),
        flag("--older-instrument", "The instrument is one that the Regulations of 2007 still govern."),
        kind("--school", CATEGORIES, _UNIT),
        MEETING,
        day("--implemented-on", "The implementation date of a change of category."),
        prepare=_surplus,
    ),
    procedure(
        "removal",
        """How a governor is removed from office, and by whom.

        "parent" is an elected parent governor, "appointed_parent" one whom the governing body appointed; "foundation"
        is a foundation governor who was appointed, "ex_officio" one who holds the seat with an office.
        """,
        "--category parent --first-meeting 2018-09-18",
        kind("--category", _KINDS, "The kind of governor.", required=True),
        MEETING,
        flag("--at-request", "Of a partnership governor: whoever nominated the governor asks for it."),
    ),
    procedure(
        "suspension",
        "How a governor is suspended, on what grounds and for how long.",
        "--first-meeting 2026-12-01",
        MEETING,
        FEDERATED,
    ),
    # How governors come to office.
    procedure(
        "parent-election",
        "How parent governors are elected.",
        "--category community --elected-on 2026-12-01",
        SCHOOL,
        _ELECTED,
    ),
    procedure(
        "parent-appointment",
        "When parents are appointed, and in which order.",
        "--category community --on 2018-09-18",
        SCHOOL,
        MEETING,
    ),
    procedure(
        "staff-election",
        "How the staff governor is elected.",
        '--category "voluntary aided" --elected-on 2026-12-01',
        SCHOOL,
        _ELECTED,
    ),
    procedure(
        "local-authority-appointment",
        "How a local authority governor is nominated and appointed.",
        "--category community --first-meeting 2026-12-01",
        SCHOOL,
        MEETING,
    ),
    procedure(
        "co-option",
        "How a governor is co-opted.",
        "--category community --first-meeting 2026-12-01",
        SCHOOL,
        MEETING,
    ),
    procedure(
        "foundation-appointment",
        "How a foundation governor is appointed, or a substitute for an ex officio one.",
        '--category "voluntary aided" --appointed-on 2026-12-01',
        SCHOOL,
        day("--appointed-on", "The day of the appointment."),
    ),
    procedure(
        "partnership-appointment",
        "How a partnership governor is nominated and appointed.",
        "--category foundation --first-meeting 2026-12-01",
        SCHOOL,
        CHARACTER,
        MEETING,
    ),
    # Meetings.
    procedure(
        "meeting",
        "What any meeting of a governing body needs: notice, quorum, vote, and who withdraws.",
        "--first-meeting 2026-12-01",
        MEETING,
        FEDERATED,
    ),
    procedure(
        "committee",
        "How a committee is set up, and what its meetings need.",
        "--first-meeting 2026-12-01",
        MEETING,
    ),
    procedure(
        "chair-election",
        "How the chair or the vice-chair is elected.",
        "--first-meeting 2026-12-01",
        MEETING,
        _OFFICE,
        FEDERATED,
    ),
    procedure(
        "chair-removal",
        "How the chair or the vice-chair is removed from that office.",
        "--first-meeting 2026-12-01",
        MEETING,
        _OFFICE,
        FEDERATED,
    ),
    # The instrument.
    procedure(
        "making",
        "How the first instrument is made.",
        '--category "voluntary aided" --on 2018-09-18',
        SCHOOL,
        HAS_FOUNDATION,
        CHARACTER,
        GOVERNORS,
        MEETING,
        prepare=_of_school,
    ),
    procedure(
        "variation",
        "How an instrument is reviewed and varied.",
        "--category community --on 2018-09-18",
        SCHOOL,
        HAS_FOUNDATION,
        CHARACTER,
        GOVERNORS,
        click.Option(
            ["--by", "proposed_by"],
            type=click.Choice(("governing body", "local authority")),
            default="governing body",
            show_default=True,
            help="Who proposes it.",
        ),
        MEETING,
        prepare=_of_school,
    ),
    procedure(
        "disagreement",
        "What follows where there is no agreement.",
        "--category community --on 2018-09-18",
        SCHOOL,
        HAS_FOUNDATION,
        GOVERNORS,
        prepare=_of_school,
    ),
    procedure(
        "copies", "Who is sent the instrument.", "--on 2018-09-18", kind("--category", CATEGORIES, _UNIT)
    ),
    procedure(
        "name-change",
        "How the name of a school is changed.",
        "--first-meeting 2026-12-01",
        MEETING,
        FEDERATED,
    ),
    # The school.
    procedure(
        "change-of-category",
        "How a school changes category, or gains a foundation majority.",
        "--published-on 2018-05-01 --implemented-on 2018-09-01",
        MEETING,
        day("--published-on", "The day the proposals are published."),
        day("--implemented-on", "The implementation date."),
        CHARACTER,
    ),
    procedure(
        "ending-majority",
        "How a foundation majority is ended.",
        "--first-meeting 2018-09-18",
        MEETING,
        day("--received-on", "The day the clerk receives a notice by which a minority requires proposals."),
    ),
    procedure(
        "new-school",
        "How a new school gets its instrument.",
        "--opens-on 2018-09-01 --on 2018-05-01",
        day("--opens-on", "The day the school opens."),
    ),
    procedure(
        "discontinuance-notice",
        "How a governing body decides to serve notice that it discontinues the school.",
        "--first-meeting 2026-12-01",
        MEETING,
    ),
    # Federations.
    procedure(
        "forming-federation",
        "How schools federate.",
        "--first-meeting 2026-12-01 --published-on 2027-01-11 --federated-on 2027-09-01",
        MEETING,
        day("--published-on", "The day the proposals are published."),
        day("--decided-on", "The day of the decision on the proposals."),
        day("--federated-on", "The federation date."),
    ),
    procedure(
        "leaving-federation",
        "How one school leaves a federation.",
        "--schools 3 --received-on 2018-09-18",
        click.Option(
            ["--schools"],
            type=click.IntRange(min=2),
            default=3,
            show_default=True,
            help="How many are federated now.",
        ),
        day("--received-on", "The day the request is received."),
        MEETING,
    ),
    procedure(
        "dissolving",
        "How a federation is dissolved.",
        "--decided-on 2018-09-18",
        day("--decided-on", "The day it is decided."),
    ),
    procedure(
        "discontinuance",
        "What follows where a federated school is discontinued.",
        "--schools-left 1 --ends-on 2018-08-31",
        click.Option(
            ["--schools-left"],
            type=click.IntRange(min=1),
            required=True,
            help="How many schools are left.",
        ),
        day("--ends-on", "The day the school is discontinued."),
    ),
)

steps: Final = group({command.name or "": command for command in _COMMANDS})
