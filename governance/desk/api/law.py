"""The law as plain values: the days on which it changes, the rules of a day, and one rule."""

import datetime
from typing import Any, Final

from governance.desk.api.parameters import DAY, Parameter
from governance.desk.api.questions import stamped, today
from governance.law.changes import bounds, changes
from governance.law.citations import cite_place, find, refuse_earlier
from governance.law.library import concerning, entries, library
from governance.letters.law import entry_json, place_json
from governance.model.names import CATEGORIES

RULES: Final = (
    Parameter("on", DAY, "Only what is in force on this day. Default: today."),
    Parameter(
        "category", {"enum": list(CATEGORIES)}, "Only what can apply to this category of school or body."
    ),
)
RULE: Final = (Parameter("on", DAY, "Only what is in force on this day. Default: every day."),)


def days() -> dict[str, Any]:
    """Give each day on which the law changes: what began and ended, and what changed, with its citation."""
    found: dict[str, dict[str, Any]] = {}

    def at(day: datetime.date) -> dict[str, Any]:
        return found.setdefault(
            day.isoformat(), {"day": day.isoformat(), "begins": [], "ends": [], "changes": []}
        )

    for bound in bounds(library()):
        law = bound.volume.law
        at(bound.day)["begins" if bound.begins else "ends"].append({"citation": law.cite, "title": law.title})
    for change in changes(library()):
        at(change.day)["changes"].append(
            {
                "citation": cite_place(change.volume, change.provision),
                "url": change.provision.url,
                "what": list(change.what),
                "by": list(change.by),
            }
        )
    return stamped({"days": [found[day] for day in sorted(found)], "law_day": today().isoformat()})


def rules(on: datetime.date | None = None, category: str | None = None) -> dict[str, Any]:
    """Give every rule in force on a day; CannotTellError for a day whose law is not encoded."""
    day = on or today()
    refuse_earlier(library(), day)
    found = concerning(library(), category, on=day) if category else entries(library(), on=day)
    return stamped({"on": day.isoformat(), "category": category, "rules": [entry_json(one) for one in found]})


def rule(name: str, on: datetime.date | None = None) -> dict[str, Any]:
    """Give all that is said of a rule or a citation; UnknownLawError where nothing goes by that name."""
    places = [place_json(place) for place in find(library(), name, on=on)]
    return stamped({"asked": name, "on": on and on.isoformat(), "places": places}, on=on or today())
