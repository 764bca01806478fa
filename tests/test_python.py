"""The program from Python: answers in one line and as tables, days as text, and errors of our own for what is no proposal."""

import datetime

import pytest
from command import ROOT
from lxml import html

import governance

EXAMPLES = ROOT / "examples"
LAWFUL = governance.load(EXAMPLES / "rift-house.toml")
UNLAWFUL = governance.load(EXAMPLES / "unlawful" / "too-small.toml")
OPEN = governance.load(EXAMPLES / "doubtful" / "seats-not-settled.toml")
PEOPLE = governance.load(EXAMPLES / "people.toml")

ANSWERS = {
    "check": (governance.check(LAWFUL), "Result LAWFUL, on condition: Rift House"),
    "unlawful": (governance.check(UNLAWFUL), "Result UNLAWFUL: Small Primary School; 6 seats"),
    "open": (governance.check(OPEN), "Result CANNOT TELL: Fernhill School; seats unsettled"),
    "finding": (governance.check(UNLAWFUL).of("unlawful", "breached")[0], "Finding C12-TOTAL-MIN breached"),
    "repair": (governance.repair(UNLAWFUL), "Repairs NEAREST LAWFUL BOARDS, 1 seat moved"),
    "no repair": (governance.repair(LAWFUL), "Repairs NO SEAT NEED BE MOVED"),
    "no such repair": (governance.repair(UNLAWFUL, total=4), "Repairs IMPOSSIBLE"),
    "options": (
        governance.options("community", on="2025-09-01", wanted={"total": 7}),
        "Options 3 lawful boards: community; a total of 7",
    ),
    "no options": (
        governance.options("community", on="2025-09-01", wanted={"total": 4}),
        "Options IMPOSSIBLE: community",
    ),
    "unknowns": (governance.unknowns(OPEN), "Unknowns IT DEPENDS, 3 to ask"),
    "compare": (governance.compare(LAWFUL, UNLAWFUL), "Comparison 10 differences"),
    "timeline": (governance.timeline(LAWFUL), "Timeline LAWFUL, on condition, now"),
    "readings": (governance.readings(LAWFUL), "Readings 0 of 8 doubts matter"),
    "explain": (governance.explain(LAWFUL, "13(2)"), "Explanation 1 rules of 13(2)"),
    "law_diff": (
        governance.law_diff("2017-04-30", "2017-05-01", category="community"),
        "LawDiff 2017-04-30 to 2017-05-01",
    ),
    "eligible": (governance.eligible(PEOPLE)[1], "PersonResult NOT ELIGIBLE: parent governor B"),
    "read": (
        governance.read(EXAMPLES / "documents" / "parents-listed-twice.txt"),
        "Understood ",
    ),
    "surplus": (governance.surplus(PEOPLE), "Surplus 0 categories"),
}
every_answer = pytest.mark.parametrize(("answer", "begins"), ANSWERS.values(), ids=ANSWERS)


@every_answer
def test_an_answer_is_one_line(answer, begins):
    """What Python prints of it fits a line, and says what the answer is."""
    assert repr(answer).startswith(f"<{begins}")
    assert repr(answer).endswith(">")
    assert len(repr(answer)) <= 100
    assert "\n" not in repr(answer)


@every_answer
def test_a_notebook_shows_a_table(answer, begins):
    """It has a caption and heads, every row is as wide as the heads, and no text of a proposal is taken for HTML."""
    table = html.fromstring(answer._repr_html_())
    assert "table" == table.tag
    assert begins.partition(" ")[2] in table.findtext("caption")
    heads = table.findall("thead/tr/th")
    assert heads
    assert {"col"} == {head.get("scope") for head in heads}
    assert {len(heads)} >= {len(row) for row in table.findall("tbody/tr")}


def test_every_finding_is_in_the_table_the_worst_first():
    """The table of a check leaves nothing out."""
    result = governance.check(UNLAWFUL)
    rows = html.fromstring(result._repr_html_()).findall("tbody/tr")
    assert len(result.findings) == len(rows)
    verdicts = [row[0].text for row in rows]
    assert sorted(verdicts, key=["breached", "unknown", "conditional", "met"].index) == verdicts
    assert result.of("unlawful", "breached")[0].url == rows[0].find(".//a").get("href")


def test_a_name_is_no_html():
    """Whoever calls a school <script> sees those letters."""
    named = governance.parse(
        {"school": {"category": "community", "name": "<script>"}, "seats": {"parent": 2}}
    )
    assert "<script>" not in governance.check(named, on="2025-09-01")._repr_html_()


DAY = datetime.date(2018, 9, 18)
ASKED = {
    "check": lambda on: governance.check(UNLAWFUL, on=on),
    "lawful": lambda on: governance.lawful(UNLAWFUL, on=on),
    "repair": lambda on: governance.repair(UNLAWFUL, on=on),
    "unknowns": lambda on: governance.unknowns(OPEN, on=on),
    "explain": lambda on: governance.explain(UNLAWFUL, "13(2)", on=on),
    "readings": lambda on: governance.readings(UNLAWFUL, on=on),
    "compare": lambda on: governance.compare(LAWFUL, UNLAWFUL, on=on),
    "options": lambda on: governance.options("community", on=on, wanted={"total": 7}),
    "law_diff": lambda on: governance.law_diff(on, "2018-09-19", category="community", effective_on=on),
    "eligible": lambda on: governance.eligible(PEOPLE, on=on),
    "surplus": lambda on: governance.surplus(PEOPLE, on=on),
    "draft": lambda on: governance.draft(LAWFUL, on=on),
    "left_out": lambda on: governance.left_out(LAWFUL, on=on),
    "report": lambda on: governance.report(LAWFUL, on=on, meeting=on),
}
every_question = pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)


@every_question
def test_a_day_may_be_text_or_a_date_with_a_time(ask):
    """The answer is that of the date."""
    assert ask(DAY) == ask("2018-09-18") == ask(datetime.datetime(2018, 9, 18, 12, 30))  # noqa: DTZ001


@every_question
@pytest.mark.parametrize("day", ["18/09/2018", "2018-02-30", 2018, ["2018-09-18"]], ids=str)
def test_what_is_no_day_is_refused(ask, day):
    """By an error of ours that says what a day is."""
    with pytest.raises(
        governance.ArgumentError, match=r"takes a day of the calendar, and was given .*2018-09-18"
    ):
        ask(day)


NO_PROPOSAL = {
    "check": governance.check,
    "lawful": governance.lawful,
    "repair": governance.repair,
    "unknowns": governance.unknowns,
    "explain": governance.explain,
    "readings": governance.readings,
    "compare": lambda given: governance.compare(LAWFUL, given),
    "timeline": governance.timeline,
    "eligible": governance.eligible,
    "surplus": governance.surplus,
    "draft": governance.draft,
    "left_out": governance.left_out,
    "report": governance.report,
    "check_sheet": lambda given: governance.check_sheet(governance.check(LAWFUL), given),
}


@pytest.mark.parametrize("ask", NO_PROPOSAL.values(), ids=NO_PROPOSAL)
@pytest.mark.parametrize("given", ["proposal.toml", {"school": {}}, None, 3], ids=str)
def test_what_is_no_proposal_is_refused(ask, given):
    """By an error of ours that says how to get one, a day or no day."""
    with pytest.raises(governance.ArgumentError, match=r"takes a Proposal, and was given .*governance\.load"):
        ask(given)


OTHER_SLIPS = {
    "a day, and no proposal": (lambda: governance.check("x.toml", on="2018-01-01"), "takes a Proposal"),
    "no file": (lambda: governance.load(LAWFUL), "takes the name of a file"),
    "no document": (lambda: governance.read(3), "takes the name of a file"),
    "no template": (lambda: governance.load_template(None), "takes the name of a file"),
    "no house style": (lambda: governance.report(LAWFUL, house=3), "takes the name of a file"),
    "no result": (lambda: governance.check_sheet(LAWFUL, LAWFUL), "takes a Result"),
    "a misspelt category": (lambda: governance.options("comunity", on=DAY), "Did you mean `community`"),
    "no category": (lambda: governance.options(3, on=DAY), "Give one of: community, "),
    "a misspelt foundation": (
        lambda: governance.options("foundation", on=DAY, foundation="qualifing"),
        "Did you mean `qualifying`",
    ),
    "no phase": (lambda: governance.options("community", on=DAY, phase="big"), "`phase` takes a word"),
    "no mix": (lambda: governance.options("federation", on=DAY, mix="big"), "`mix` takes a word"),
    "a category of the law": (
        lambda: governance.law_diff(DAY, DAY, category="academy"),
        "`category` takes a word",
    ),
    "no number": (lambda: governance.repair(UNLAWFUL, total=7.5), "7.5 is not a number of seats"),
}


@pytest.mark.parametrize(("slip", "says"), OTHER_SLIPS.values(), ids=OTHER_SLIPS)
def test_other_slips(slip, says):
    """Each is told as what it is, and none is answered."""
    with pytest.raises(governance.GovernanceError, match=says.replace("(", r"\(")):
        slip()


def test_one_category_of_several_to_keep_may_be_text():
    """A text is one category, and not its letters."""
    assert governance.repair(UNLAWFUL, keep=["parent"]) == governance.repair(UNLAWFUL, keep="parent")
