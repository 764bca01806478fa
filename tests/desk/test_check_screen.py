"""Screen 1: a board is checked on one page, with and without an answer that follows."""

import html
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import governance
from governance.desk.shown import verdict_words

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.toml"))
BOARDS = [path for path in EXAMPLES if "seats" in tomllib.loads(path.read_text())]
BOARD = {
    "school.category": "community",
    "instrument.effective_on-day": "18",
    "instrument.effective_on-month": "9",
    "instrument.effective_on-year": "2018",
    "seats.parent": "2",
    "seats.local_authority": "1",
    "seats.staff": "1",
    "seats.head_teacher": "1",
    "seats.co_opted": "7",
}


def text(response):
    assert 200 == response.status_code
    return html.unescape(response.content.decode())


def verdict(said):
    """Give the verdict that a page shows."""
    return re.search(r'<h2 class="desk-verdict[^>]*>([^<]+)<', said)[1]


def typed(data):
    """Give what somebody types who asks about the board of a file."""
    day = data["instrument"].get("effective_on")
    fields = {
        f"school.{key}": str(value) for key, value in data["school"].items() if key != "local_authority"
    }
    fields |= {f"seats.{key}": str(value) for key, value in data["seats"].items()}
    fields |= {
        f"instrument.effective_on-{part}": str(getattr(day, part)) for part in ("day", "month", "year")
    }
    for number, school in enumerate(data.get("schools", ())):
        fields |= {
            f"schools.{number}.{key}": str(value) for key, value in school.items() if isinstance(value, str)
        }
    return fields


@pytest.mark.parametrize("path", BOARDS, ids=lambda path: path.stem)
def test_the_same_answer_as_the_command(client, path):
    """The board of each example has the verdict that the same facts have in a file."""
    data = tomllib.loads(path.read_text())
    fields = typed(data)
    asked = {
        "school": {key: data["school"][key] for key in data["school"] if f"school.{key}" in fields},
        "seats": data["seats"],
        "instrument": {"effective_on": data["instrument"]["effective_on"]},
    }
    if "schools" in data:
        keys = ("name", "category", "foundation", "religious_character", "head")
        asked["schools"] = [{key: one[key] for key in keys if key in one} for one in data["schools"]]
    result = governance.check(governance.parse(asked))
    said = text(client.get("/check", fields))
    assert verdict_words(result.lawful, conditional=bool(result.conditions)) == verdict(said)
    for finding in result.of("unlawful", "breached"):
        assert finding.because[1:] in said
        assert finding.url in said


def test_use_a_nearest_board(client):
    """An unlawful board has nearest boards, and [Use] puts the seats of one into the form."""
    said = text(client.get("/check", BOARD | {"seats.parent": "1"}))
    assert "Unlawful" == verdict(said)
    for chosen in re.findall(r'name="use" value="([^"]+)"', said):
        answer = text(client.get("/check", BOARD | {"seats.parent": "1", "use": chosen}, follow=True))
        assert verdict(answer).startswith("Lawful")


def test_the_answer_follows(client):
    """What is put in its place while somebody types is the answer of the page, and no more."""
    whole, part = (text(client.get(path, BOARD)) for path in ("/check", "/check/answer"))
    assert part.strip() in whole
    assert "<html" not in part
    assert 'data-says="Lawful, on condition: 1 thing under “Provided that”."' in part


def test_before_anything_is_typed(client):
    """The day is today, and there is no answer and no error."""
    said = text(client.get("/check"))
    assert "There is a problem" not in said
    assert "desk-verdict" not in said
    assert re.search(r'name="instrument.effective_on-year"[^>]* value="20\d\d"', said)


def test_no_kind_of_school(client):
    """The answer is one row for each kind that the board may be of."""
    said = text(client.get("/check", BOARD | {"school.category": ""}))
    assert "Foundation without a foundation" in said
    assert "No partnership governors; the least is 2." in said


def test_a_federation_asks_for_its_schools(client):
    """Without them there is no error yet; with them there is an answer, and room for one more."""
    asks = {**BOARD, "school.category": "federation"}
    said = text(client.get("/check", asks))
    assert "Which schools are federated?" in said
    assert "There is a problem" not in said
    schools = {"schools.0.category": "community", "schools.0.name": "A", "schools.1.name": "B"}
    said = text(client.get("/check", asks | schools))
    assert "Say the category of the second school" in said
    schools |= {"schools.1.category": "maintained nursery"}
    assert verdict(text(client.get("/check", asks | schools)))
    more = asks | schools | {"more": "1"}
    assert 'name="schools.2.name"' in text(client.get("/check", more))
    assert verdict(text(client.get("/check", more | {"schools.2.name": ""})))


def test_what_is_not_settled(client):
    """A number that is open is asked for, with those for which the board can be lawful."""
    said = text(client.get("/check", BOARD | {"seats.parent": "?"}))
    assert "Cannot tell" == verdict(said)
    assert "2 or more parent governors" in said
    assert "answers tried would settle it" in said


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"seats.parent": "two and"}, "seats.parent", '"two and" is not a whole number'),
        ({"seats.staff": "-1"}, "seats.staff", "-1"),
        ({"seats.co_opted_staff": "9"}, "seats.co_opted_staff", "9 is more than the 7"),
        (
            {"instrument.effective_on-month": "13"},
            "instrument.effective_on-day",
            "is not a day of the calendar",
        ),
        ({"instrument.effective_on-year": ""}, "instrument.effective_on-day", "is not a day of the calendar"),
        ({"school.category": "academy"}, "school.category", "academy"),
        ({"school.category": "<i>"}, "school.category", "<i>"),
    ],
)
def test_what_is_wrong(client, wrong, field, says):
    """It is said at the top with a link to the field, and in the same words at the field; the title tells it, too."""
    said = text(client.get("/check", BOARD | wrong))
    assert "<title>Error: Check a board" in said
    (told,) = re.findall(rf'<a href="#{re.escape(field)}">(.*?)</a>', said, re.DOTALL)
    assert says in told
    assert 3 <= said.count(told.strip())
    assert f'id="{field}"' in said


@pytest.mark.parametrize("strange", ["0" * 5000, "９", "²", "1e3", "\x00", "99999999999", "unknown", "?"])
def test_strange_numbers(client, strange):
    """Whatever is typed for a number, there is a page."""
    names = [
        "seats.parent",
        "seats.total",
        "instrument.effective_on-day",
        "schools.0.name",
        "schools.x.y",
        "use",
    ]
    for kind in ("community", "federation"):
        for name in (*names, f"schools.{'9' * 5000}.name"):
            text(client.get("/check", BOARD | {"school.category": kind, name: strange}, follow=True))


NAMES = (
    *("school.category", "school.name", "school.foundation", "school.religious_character", "school.phase"),
    *(
        "instrument.effective_on",
        "instrument.effective_on-day",
        "instrument.effective_on-year",
        "use",
        "more",
    ),
    *("seats.parent", "seats.co_opted", "seats.foundation", "seats.co_opted_staff", "seats.total"),
    *("schools.0.category", "schools.1.name", "schools.1.foundation", "schools.19.head"),
)
KINDS = st.sampled_from(("community", "federation", "voluntary aided", "pupil referral unit", ""))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=12) | st.integers(0, 30).map(str)), KINDS)
def test_whatever_is_typed(client, fields, kind):
    """There is a page."""
    text(client.get("/check", BOARD | {"school.category": kind} | fields, follow=True))


@pytest.mark.parametrize(
    ("kind", "typed", "shown"),
    [
        ("community", "", False),
        ("pupil referral unit", "", False),
        ("voluntary aided", "", True),
        ("", "", True),
        ("community", "none", True),
    ],
)
def test_a_foundation_is_asked_of_some_kinds(client, kind, typed, shown):
    """The field is shown for the kinds that may have one, and wherever something is typed into it; it is always sent."""
    said = text(client.get("/check", {**BOARD, "school.category": kind, "school.foundation": typed}))
    place = re.search(r'<div data-kinds="[^"]*" data-of="school.category"( hidden)?>', said)
    assert shown == (place[1] is None)
    assert 'name="school.foundation"' in said
