"""The synthetic authority of the demonstration: `authority.toml` says what it has, and these modules fill the tables with it.

No school, body or office in it is real, and nobody has a name. Its registers are as untidy as those of any office.
"""

import datetime
import tomllib
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from governance.desk.demo.bodies import OFFICER, add_body
from governance.desk.demo.proposals import add_proposal
from governance.desk.events import record
from governance.desk.models import Authority, Body, Diocese

__all__ = ["OFFICER", "fill"]

_DATA: Final = Path(__file__).with_name("authority.toml")


@transaction.atomic
def fill(authority: Authority, today: datetime.date) -> None:
    """Fill an authority that has nothing."""
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    authority.name, authority.code, authority.demo = data["name"], data["code"], True
    authority.holidays = [
        [f"{year}-{first}", f"{year}-{last}"]
        for year in (today.year, today.year + 1)
        for first, last in data["holidays"]
    ]
    authority.save()
    record(authority, OFFICER, "made the demonstration", authority)
    dioceses: dict[str, Any] = {
        faith: Diocese.objects.create(name=name, faith=faith) for faith, name in data["dioceses"].items()
    }
    for number, spec in enumerate(data["bodies"]):
        add_body(authority, spec, dioceses, number=number, today=today)
    for case in data["proposals"]:
        add_proposal(Body.objects.get(authority=authority, name=case["body"]), case, today)
