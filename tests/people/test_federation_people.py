"""What `governance people` says of a federation's governors, and of bodies whose rules on people are not encoded."""

import datetime

import attrs
import pytest
from click.testing import CliRunner
from persons import DAY, NOW, of_person, rule_of, says

from governance.cli import main
from governance.errors import LawError
from governance.law.applied import applied
from governance.law.store.files import rules_folder
from governance.law.store.loader import load_instrument
from governance.model.person import FACTS

D = datetime.date
FEDERATION = {"category": "federation"}
UNIT = {"category": "pupil referral unit"}
LAW = load_instrument("federations-2012")
OTHER = load_instrument("constitution-2012")
(REACH,) = LAW.applies
(APPLIED,) = applied(LAW)
BY = "applied by SI 2012/1035 reg 23"
CLEAN = {
    name: {"flag": False, "day": False, "done": True, "days": [], "sentences": [], "number": 1}[fact.kind]
    for name, fact in FACTS.items()
    if fact.kind != "term"
} | {
    "age_at_appointment": 40,
    "born_on": D(1980, 1, 1),
    "parent_of_pupil": True,
    "has_enhanced_certificate": True,
}


def say(rule, *args, **kwargs):
    """The verdict of one rule on a person of a federation."""
    return says(rule, *args, school=FEDERATION, **kwargs)


class TestReach:
    """Reg 23 reaches regs 16 to 31 and Sch 4 of SI 2012/1034, and nothing else; it is said in one place."""

    def test_provisions(self):
        """Every provision from 16 to 31, the later insertions included, and Schedule 4."""
        numbers = {*map(str, range(16, 32)), "16A", "24A"}
        assert {"schedule/4", *(f"regulation/{number}" for number in numbers)} == set(REACH.provisions)
        assert set(REACH.provisions) <= set(OTHER.listed)

    def test_every_rule_is_decided(self):
        """Each rule on people in the range is applied, or left to a rule of the federation's own; no other is."""
        inside = {
            (rule.id, rule.span.since)
            for provision in OTHER.provisions
            if provision.number in REACH.provisions
            for rule in provision.rules
            if rule.stage and rule.para not in REACH.own
        }
        assert inside == {(rule.id, rule.span.since) for rule in APPLIED.rules}
        assert all(rule.stage for rule in APPLIED.rules)

    def test_paragraphs_exist(self):
        """The paragraphs that are named have rules on people there."""
        paras = {
            rule.para
            for provision in OTHER.provisions
            if provision.number in REACH.provisions
            for rule in provision.rules
            if rule.stage
        }
        assert {*REACH.not_read, *REACH.own} <= paras
        assert set(REACH.not_read).isdisjoint(REACH.own)

    def test_cites_both(self):
        """Each finding cites the paragraph and what applies it; the federation's own cite themselves."""
        findings = of_person("parent", "election", school=FEDERATION, **CLEAN).findings
        age = rule_of(of_person("parent", "election", school=FEDERATION, **CLEAN), "C12-DQ-AGE")
        assert f"SI 2012/1034 Sch 4 para 2, {BY}" == age.citation
        for one in findings:
            assert one.citation.endswith(BY) is one.rule.startswith("C12-")
            assert one.rule.startswith(("C12-", "FED-", "CA-"))

    def test_not_beyond(self):
        """No rule of regs 6 to 12 or Sch 1 to 3 is put to a federation, and none with both is put to a school."""
        rules = {one.rule for one in of_person("parent", "appointment", school=FEDERATION).findings}
        assert rules.isdisjoint({"C12-PARENT-BY", "C12-PARENT-WHY", "C12-PARENT-CLASS", "C12-SKILL-PAR"})
        assert not any(BY in one.citation for one in of_person("parent", "appointment").findings)

    @pytest.mark.parametrize(
        "folder", ["constitution-2012", "constitution-2007", "pupil-referral-units-2007"]
    )
    def test_others_apply_nothing(self, folder):
        """No other Regulations on boards apply another's rules."""
        assert () == applied(load_instrument(folder))

    def test_misspelt(self, tmp_path):
        """A key that is not known is a load error that names its place."""
        folder = tmp_path / "federations-2012"
        folder.mkdir()
        for file in (rules_folder() / "federations-2012").glob("*.toml"):
            text = file.read_text(encoding="utf-8").replace('\nby = "reg 23"', '\nbye = "reg 23"')
            (folder / file.name).write_text(text, encoding="utf-8")
        with pytest.raises(LawError, match="by"):
            load_instrument("federations-2012", root=tmp_path)


class TestApplied:
    """What Schedule 4 and the regulations on office decide of a federation's governor."""

    @pytest.mark.parametrize(("age", "expected"), [(17, "breached"), (18, "met")])
    def test_age(self, age, expected):
        """Sch 4 para 2: eighteen is old enough."""
        assert expected == say("C12-DQ-AGE", "parent", "election", age_at_appointment=age)

    @pytest.mark.parametrize(("months", "expected"), [(2, "met"), (3, "breached")])
    def test_sentence(self, months, expected):
        """Sch 4 para 14(2): three months bar."""
        sentences = [{"on": D(2018, 9, 1), "months": months}]
        assert expected == say("C12-DQ-CONV-5", "co_opted", sentences=sentences)

    @pytest.mark.parametrize(("on", "expected"), [(D(2024, 8, 31), "met"), (D(2024, 9, 1), "breached")])
    def test_term(self, on, expected):
        """Reg 18(1): four years from 1 September 2020 are complete on 1 September 2024."""
        assert expected == say("C12-TERM-OVER", "co_opted", on=on)

    @pytest.mark.parametrize(("on", "expected"), [(D(2016, 3, 17), "silent"), (D(2016, 3, 18), "unknown")])
    def test_certificate(self, on, expected):
        """Reg 16A reaches federations from the day it was inserted, 18 March 2016."""
        said = say("C12-DBS-1", "co_opted", on=on, began=D(2015, 1, 1), certificate_applied_on=False)
        assert expected == said

    @pytest.mark.parametrize(("on", "expected"), [(D(2017, 4, 30), "silent"), (D(2017, 5, 1), "breached")])
    def test_removed(self, on, expected):
        """Sch 4 para 12A is there from 1 May 2017."""
        said = say(
            "C12-DQ-REMOVED",
            "co_opted",
            on=on,
            began=D(2016, 1, 1),
            removed_as_elected_governor_on=D(2016, 9, 1),
        )
        assert expected == said

    @pytest.mark.parametrize("office", ["head_teacher", "associate member", "additional governor"])
    def test_every_office(self, office):
        """Head teachers, associate members and additional governors are answered for too."""
        result = of_person(office, None, school=FEDERATION, barred_from_children=True)
        assert ("", False) == (result.remark, result.eligible)


class TestNotRead:
    """Sch 4 paras 1, 3 and 9(3) speak of the school; what Sch 5 makes of them is not recorded."""

    @pytest.mark.parametrize(
        ("rule", "fact", "clear", "against"),
        [
            ("C12-DQ-PUPIL", "registered_pupil", False, True),
            ("C12-DQ-ONE-OFFICE", "governorships_at_school", 1, 2),
            ("C12-DQ-ATTEND-BAR", "disqualified_for_absence_on", False, D(2020, 3, 1)),
        ],
    )
    def test_breach_is_not_certain(self, rule, fact, clear, against):
        """What is clear of the whole federation is met; what would break it cannot be told, and is asked about."""
        assert "met" == say(rule, "co_opted", **{fact: clear})
        finding = rule_of(of_person("co_opted", school=FEDERATION, **{fact: against}), rule)
        assert "unknown" == finding.verdict
        assert "not recorded" in finding.because
        assert "Take advice" in finding.question
        assert "breached" == says(rule, "co_opted", **{fact: against})

    def test_asked_of_all_the_schools(self):
        """The question is about every school of the federation."""
        finding = rule_of(of_person("co_opted", school=FEDERATION), "C12-DQ-PUPIL")
        assert "the federation or any of its schools" in finding.question

    def test_own_rules_instead(self):
        """Sch 4 paras 5 to 8 are not put twice: regs 14 to 18 of SI 2012/1035 say the same."""
        rules = {one.rule for one in of_person("parent", "election", school=FEDERATION, **CLEAN).findings}
        assert {"FED-PARENT-500H", "FED-PARENT-COUNCILLOR"} <= rules
        assert rules.isdisjoint({"C12-DQ-500H", "C12-DQ-PARENT-COUNCILLOR"})


class TestWhole:
    """The answer for one person of a federation."""

    def test_eligible(self):
        """Nothing against an elected parent, and everything known."""
        result = of_person("parent", "election", school=FEDERATION, **CLEAN)
        assert (True, "", ()) == (result.eligible, result.remark, result.of("unlawful", "unknown"))

    def test_not_eligible(self):
        """One breach is enough."""
        facts = CLEAN | {"paid_hours_at_school": 501}
        assert False is of_person("parent", "election", school=FEDERATION, **facts).eligible

    def test_appointed_parent(self):
        """An appointed parent cannot be told to be eligible."""
        assert None is of_person("parent", "appointment", school=FEDERATION, **CLEAN).eligible

    def test_office_unknown_to_the_law(self):
        """A sponsor governor is not known to these Regulations."""
        assert "has no sponsor governor" in of_person("sponsor", school=FEDERATION).remark

    def test_before_these_regulations(self):
        """Of an election before 1 September 2012 the answer is that it cannot be told."""
        began = D(2012, 8, 31)
        result = of_person("parent", "election", on=D(2013, 1, 1), began=began, school=FEDERATION, **CLEAN)
        assert "unknown" == rule_of(result, "FED-PARENT-500H").verdict
        assert "unknown" == rule_of(result, "C12-DQ-AGE").verdict
        later = of_person(
            "parent", "election", on=D(2013, 1, 1), began=began + DAY, school=FEDERATION, **CLEAN
        )
        assert "met" == rule_of(later, "FED-PARENT-500H").verdict


HEAD = """
[school]
category = "{category}"
[instrument]
effective_on = {effective}
[seats]
[[people]]
key = "A"
category = "{seat}"
"""
SCHOOLS = """
[[schools]]
category = "community"
[[schools]]
category = "community"
"""


def told(category, effective, on, *, seat="parent"):
    """Run the command on one person of whom nothing is known."""
    text = HEAD.format(category=category, effective=effective, seat=seat)
    text += SCHOOLS if category == "federation" else ""
    result = CliRunner().invoke(main, ["people", "-", "--on", str(on)], input=text)
    return result.exit_code, " ".join(result.output.split())


class TestNotEncoded:
    """Where no rule on people is encoded, that is what is said."""

    @pytest.mark.parametrize(
        ("category", "effective", "on", "law"),
        [
            ("pupil referral unit", "2020-01-01", D(2020, 9, 15), "SI 2007/2978"),
            ("community", "2008-01-01", D(2010, 1, 1), "SI 2007/957"),
            ("community", "2008-01-01", D(2015, 8, 31), "SI 2007/957"),
        ],
    )
    def test_sentence(self, category, effective, on, law):
        """The law that governs is named, and that its rules about people are not encoded; the status is 3."""
        status, said = told(category, effective, on)
        assert 3 == status
        assert "CANNOT TELL: A" in said
        assert f"{law} governs this body, and its rules about people are not encoded here" in said
        assert "rules are met" not in said

    def test_from_the_first_of_september_2015(self):
        """From that day an old instrument is under the new Regulations, whose rules are there."""
        _, said = told("community", "2008-01-01", D(2015, 9, 1))
        assert "not encoded here" not in said
        assert "rules are met" in said

    @pytest.mark.parametrize("on", [D(2010, 1, 1), D(2015, 8, 31)])
    def test_earlier_federations(self, on):
        """A federation under SI 2007/960 is refused with its name."""
        status, said = told("federation", "2008-01-01", on)
        assert (3, True) == (status, "SI 2007/960, which is not encoded" in said)

    def test_federation_letter(self):
        """The letter of a federation cites both laws, and is no remark."""
        status, said = told("federation", "2016-09-01", NOW)
        assert 3 == status
        assert BY in said
        assert "SI 2012/1035 reg 14(3)" in said

    def test_json(self):
        """The remark is in the values too."""
        result = of_person("parent", school=UNIT)
        assert "not encoded here" in result.as_json()["remark"]
        assert () == attrs.evolve(result).findings
