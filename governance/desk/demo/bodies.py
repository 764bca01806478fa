"""The bodies of the demonstration: their schools, their instruments on file, their meetings and who is in post."""

import datetime
from collections.abc import Mapping
from typing import Any, Final

import governance
from governance.desk import standing, store
from governance.desk.events import record
from governance.desk.models import (
    Appointment,
    Authority,
    Body,
    BodySchool,
    Diocese,
    Instrument,
    Meeting,
    Office,
    School,
)
from governance.model import parse
from governance.model.names import member_words, seat_words

OFFICER: Final = "Governor services officer"
_COUNCIL: Final = "Northshire Council"
_ETHOS: Final = "The school lives by its {} foundation, and welcomes children of every faith and of none."
_APPOINTERS: Final = {
    "Church of England": "the Northshire Diocesan Board of Education",
    "Roman Catholic": "the Archbishop of Northtown",
}
_TRUSTEES: Final = "the trustees of the foundation"
_WAYS: Final = {
    "parent": ("election", "the parents"),
    "staff": ("election", "the staff"),
    "local_authority": ("nomination", _COUNCIL),
    "head_teacher": ("ex officio", ""),
    "foundation": ("appointment", "those who appoint foundation governors"),
}
_CO_OPTED: Final = ("appointment", "the governing body")
_EMPLOYED: Final = ("staff", "head_teacher")
_UNTIDY: Final = (
    "listed twice",
    "over, and still there",
    "no day",
    "an end that is not that of the term",
    "a category that the board does not have",
)
_SILENT: Final = 6
"""One register in so many does not say who works at the school."""
_URN: Final = 900_100
_UNIT: Final = "pupil referral unit"
_DAY: Final = datetime.timedelta(days=1)

Spec = Mapping[str, Any]
"""One body as the file has it; a federation lists its schools."""


def add_body(
    authority: Authority, spec: Spec, dioceses: Mapping[str, Diocese], *, number: int, today: datetime.date
) -> None:
    """Add a body with all that it has."""
    body = Body.objects.create(authority=authority, name=spec["name"], category=spec["category"])
    for place, one in enumerate(spec.get("schools", (spec,))):
        school = _school(authority, one, dioceses, urn=_URN + 10 * number + place)
        BodySchool.objects.create(body=body, school=school, since=spec["effective_on"])
    _instrument(body, spec, today)
    _people(body, spec, today, number)
    meets = today + (9 + 3 * number) * _DAY
    Meeting.objects.create(body=body, on=meets, about="Meeting of the governing body")


def data_of(spec: Spec) -> dict[str, Any]:
    """Give the proposal of a body with the keys of a file."""
    schools, seats = spec.get("schools", ()), spec["seats"]
    whose = "management committee" if spec["category"] == _UNIT else "governing body"
    data: dict[str, Any] = {
        "school": {**_facts(spec), "local_authority": "Northshire"},
        "instrument": {
            "governing_body": f"The {whose} of {spec['name']}",
            "made_by": _COUNCIL,
            "made_on": (spec["effective_on"] - 48 * _DAY).isoformat(),
            "effective_on": spec["effective_on"].isoformat(),
        },
        "seats": {**seats, "total": sum(seats.values())},
    }
    if schools:
        data["schools"] = [{**_facts(one), **_ethos(one, "ethos")} for one in schools]
    if seats.get("foundation"):
        whose_side = schools[0] if schools else spec
        by = _APPOINTERS.get(whose_side.get("religious_character", ""), _TRUSTEES)
        appointer = {"by": by, "number": seats["foundation"]}
        data["foundation"] = {
            "appointers": [{**appointer, "school": schools[0]["name"]} if schools else appointer]
        }
    if ethos := _ethos(spec, "description"):
        data["ethos"] = ethos
    return data


def _facts(spec: Spec) -> dict[str, Any]:
    return {
        key: spec[key] for key in ("name", "category", "foundation", "religious_character") if key in spec
    }


def _ethos(spec: Spec, key: str) -> dict[str, str]:
    faith = spec.get("religious_character")
    return {key: _ETHOS.format(faith)} if faith else {}


def _school(authority: Authority, spec: Spec, dioceses: Mapping[str, Diocese], *, urn: int) -> School:
    school: School = School.objects.create(
        authority=authority,
        diocese=dioceses.get(spec.get("religious_character", "")),
        urn=str(urn),
        laestab=f"{authority.code}{urn % 10_000:04}",
        phase=spec.get("phase", "Primary"),
        source="demonstration",
        **_facts(spec),
    )
    return school


def _instrument(body: Body, spec: Spec, today: datetime.date) -> None:
    data = data_of(spec)
    document = store.keep(
        body.authority,
        governance.draft(parse(data), anyway=True),
        kind="instrument",
        suffix="docx",
        title="Instrument of government",
        body=body,
        by=OFFICER,
    )
    instrument = Instrument.objects.create(
        body=body,
        data=data,
        made_on=datetime.date.fromisoformat(data["instrument"]["made_on"]),
        effective_on=spec["effective_on"],
        document=document,
    )
    standing.bring_up_to_date(instrument, today)
    record(body.authority, OFFICER, "put an instrument on file", instrument, says=body.name, body=body)


def _people(body: Body, spec: Spec, today: datetime.date, number: int) -> None:
    """Fill most seats, and leave the register as untidy as registers are."""
    people: list[Appointment] = []
    untold = number % _SILENT == 0
    for seat, seats in spec["seats"].items():
        vacant = 1 if (number + len(seat)) % 5 == 0 and seats > 1 else 0
        for place in range(seats - vacant):
            since = today - (number * 211 + place * 307 + len(seat) * 97) % 1430 * _DAY
            people.append(_appointment(body, seat, place, since, line=2 + len(people), untold=untold))
    made = Appointment.objects.bulk_create(people)
    chaired = "co_opted" if "co_opted" in spec["seats"] else "parent"
    chair = next(one for one in made if one.category == chaired)
    Office.objects.create(appointment=chair, role="chair", since=chair.appointed_on)
    _untidy(body, today, number, 2 + len(people))


def _appointment(
    body: Body, seat: str, place: int, since: datetime.date, *, line: int, untold: bool
) -> Appointment:
    words = seat_words(seat, 1)
    came_by, by = _WAYS.get(seat, _CO_OPTED)
    has_term = seat != "head_teacher"
    return Appointment(
        body=body,
        key=f"{member_words(words) if body.category == _UNIT else words} {'ABCDEFGHIJKLMN'[place]}",
        category=seat,
        came_by=came_by,
        appointed_by=by,
        appointed_on=since,
        term="4 years" if has_term else "",
        ends_stated=_years_after(since, 4) - _DAY if has_term else None,
        employed_at_school=seat in _EMPLOYED or (None if untold else False),
        standing="in post",
        line=line,
        source="register of the office",
        grade="recorded",
    )


def _untidy(body: Body, today: datetime.date, number: int, line: int) -> None:
    """Make each third register wrong, in one of the ways in which registers are."""
    first = body.appointments.exclude(category="head_teacher").order_by("line").first()
    if first is None or number % 3:
        return
    match _UNTIDY[number // 3 % len(_UNTIDY)]:
        case "listed twice":
            first.pk, first.line = None, line
        case "over, and still there":
            first.appointed_on = _years_after(today, -5)
            first.ends_stated = _years_after(first.appointed_on, 4)
        case "no day":
            first.appointed_on = None
        case "an end that is not that of the term":
            first.ends_stated = _years_after(first.appointed_on, 8)
        case _:
            first.category = "partnership" if first.category != "partnership" else "sponsor"
    first.save()


def _years_after(day: datetime.date, years: int) -> datetime.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
