"""The instrument of every kind of body: what the law of the day asks for, no more, in the order of its kind."""

import datetime
import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from instruments import KINDS, expected, tables, topics, words

import governance
from governance.law import book_for
from governance.law.checks.board import States
from governance.law.facts import every_kind
from governance.model.names import CATEGORIES, SCHOOL_CATEGORIES
from governance.reading.intake.intake import transcribe_bytes, transcribe_text
from governance.reading.understand import understand

EXAMPLES = Path(__file__).parents[3] / "examples"
every = pytest.mark.parametrize("kind", KINDS)
NO = "Those who appoint a governor may not fix the length of that governor’s term of office."
KINDS_OF_SCHOOL = list(every_kind(SCHOOL_CATEGORIES, varying={"foundation", "religious_character"}))
LAST_DAY_BEFORE = datetime.date(2015, 8, 31)
FIRST_DAY = datetime.date(2015, 9, 1)
CITED = re.compile(r"SI \d+/\d+ .+?(?=; |\)$)")
"""A provision that a reason for a refusal cites."""


def draft(data, **options):
    return governance.draft(governance.parse(data), **options)


def book(data, on=None):
    proposal = governance.parse(data)
    return book_for(proposal, on or proposal.instrument.effective_on)


def items(data, on=None):
    return {rule.check.item: rule for rule in book(data, on).rules if isinstance(rule.check, States)}


class TestClauses:
    """Every item that reg 28(1) or its counterpart asks for, none that it does not, and the customary ones."""

    @every
    def test_order(self, kind):
        """The clauses of each kind stand in the order in which instruments of its kind have them."""
        assert expected(kind) == topics(draft(tables(kind)))

    @every
    def test_lawful(self, kind):
        """Each is a lawful board, so that what is drafted is what somebody might sign."""
        assert governance.check(governance.parse(tables(kind))).lawful

    def test_every_category(self):
        """There is an instrument here for each category that the rules know, and for each kind of foundation."""
        here = {(one["school"]["category"], one["school"].get("foundation")) for one, _ in KINDS.values()}
        kinds = {(one.category, one.foundation) for one in every_kind(CATEGORIES, varying={"foundation"})}
        possible = {
            (category, has)
            for category, has in kinds
            if category.startswith("foundation") or (has == "foundation" and category == "voluntary aided")
        }
        assert set(CATEGORIES) == {category for category, _ in here}
        assert possible <= here

    @pytest.mark.parametrize("day", [LAST_DAY_BEFORE, FIRST_DAY, datetime.date(2018, 9, 18)], ids=str)
    @pytest.mark.parametrize("kind", KINDS_OF_SCHOOL, ids=str)
    def test_every_kind_of_school(self, kind, day):
        """Whatever its category, foundation and religious character, a school has the clauses that the table gives it."""
        data = tables("voluntary aided, another faith")
        data["school"] |= {"category": kind.category, "foundation": kind.foundation}
        if not kind.religious_character:
            del data["school"]["religious_character"]
        ethical = kind.category.startswith(("foundation", "voluntary"))
        appointing = kind.category.startswith("voluntary") or (ethical and kind.foundation != "none")
        wanted = {"name", "category", "body", "seats", "total", "effect", "made", "copies"}
        wanted |= {"ethos"} if ethical and kind.religious_character else set()
        wanted |= {"appointers", "trust"} if appointing else set()
        wanted |= {"terms"} if day >= FIRST_DAY else set()
        data["instrument"]["effective_on"] = day.isoformat()
        found = topics(draft(data, anyway=True))
        assert wanted == set(found)
        assert len(wanted) == len(found)

    @every
    def test_nothing_that_is_not_asked_for(self, kind):
        """What the law asks of no such body is left out, whatever the proposal says of it."""
        data = tables(kind)
        more = tables(kind)
        if "ethos" not in items(data) and "ethos_by_school" not in items(data):
            more["ethos"] = {"description": "Unasked ethos"}
        if "sponsor_names" not in items(data):
            more["instrument"]["sponsor_names"] = ["Unasked sponsor"]
        if "nominating_body" not in items(data):
            more["instrument"]["nominating_body"] = "Unasked body"
        if items(data).keys().isdisjoint({"appointers", "appointers_by_school"}):
            more.setdefault("foundation", {})["trust_deed"] = "Unasked deed"
        assert not any("Unasked" in line for line in words(draft(more, anyway=True)))


class TestMissing:
    """What an instrument must state and a proposal does not give stops the draft, with its provision."""

    @every
    def test_each_item(self, kind):
        """Dropping any one item alone is refused, and the refusal cites the provision that asks for it."""
        asked = items(tables(kind))
        dropped = {item: data for item in asked if (data := without(tables(kind), item)) is not None}
        assert {"name", "governing_body", "effective_on"} <= dropped.keys()
        for item, data in dropped.items():
            with pytest.raises(governance.DraftRefusedError) as refused:
                draft(data, on=datetime.date.fromisoformat(tables(kind)["instrument"]["effective_on"]))
            reasons = refused.value.reasons
            assert asked[item].citation in [one for reason in reasons for one in CITED.findall(reason)], item

    @every
    def test_nothing_else(self, kind):
        """A proposal that gives each item is drafted as it is, without a gap."""
        assert not any("[" in line for line in words(draft(tables(kind))))

    def test_seats_that_are_not_settled(self):
        """A number that is still to be settled is refused under the paragraph that asks for numbers."""
        data = tables("community")
        data["seats"]["co_opted"] = "unknown"
        with pytest.raises(governance.DraftRefusedError) as refused:
            draft(data)
        assert any("reg 28(1)(d)" in reason for reason in refused.value.reasons)


def without(data, item):
    """A proposal without one item; None where leaving it out says something (no term, no term left to anybody)."""
    foundation = data.get("foundation", {})
    match item:
        case "name":
            del data["school"]["name"]
        case "governing_body" | "effective_on" | "nominating_body":
            del data["instrument"][item]
        case "schools":
            del data["schools"][0]["name"]
            data["foundation"] = {
                "appointers": [one for one in foundation.get("appointers", []) if one["school"] == "Zeta"]
            }
        case "appointers" | "appointers_by_school" if foundation:
            del foundation["appointers"]
        case "ex_officio_removal" if "ex_officio" in foundation:
            del foundation["ex_officio"][0]["removal_requested_by"]
        case "ex_officio_substitute" if "ex_officio" in foundation:
            del foundation["ex_officio"][0]["substitute_appointed_by"]
        case "ethos":
            del data["ethos"]
        case "ethos_by_school" if "ethos" in data or "ethos" in data["schools"][0]:
            data.pop("ethos", None)
            data["schools"][0].pop("ethos", None)
        case "sponsor_names" if "sponsor_names" in data["instrument"]:
            del data["instrument"]["sponsor_names"]
        case "foundation" if "foundation" in data["school"]:
            del data["school"]["foundation"]
        case _:
            return None
    return data


class TestTermsLeftToAppointers:
    """Reg 28(1)(ea), inserted on 1 September 2015."""

    @pytest.mark.parametrize(
        "kind", [kind for kind in KINDS if not kind.startswith(("2007", "pupil", "federation, vol"))]
    )
    def test_both_sides_of_the_day(self, kind):
        """The day before, no instrument speaks of it; from that day every one of a school or federation does."""
        proposal = governance.parse(tables(kind))
        assert NO in words(governance.draft(proposal, on=FIRST_DAY, anyway=True))
        assert NO not in words(governance.draft(proposal, on=LAST_DAY_BEFORE, anyway=True))

    @pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.startswith("pupil")])
    def test_units_never(self, kind):
        """The Regulations on units do not ask."""
        assert NO not in words(draft(tables(kind)))

    def test_the_categories_that_are_left(self):
        """The categories are named, and the others excluded."""
        data = tables("voluntary aided, another faith")
        data["terms"] = {"fixed_by_appointer": ["foundation", "co_opted"]}
        assert (
            "The term of office of each of the foundation governors and co-opted governors may be fixed by those "
            "appointing that governor; no other governor’s term may be so fixed."
        ) in words(draft(data))


class TestTerms:
    """Terms of office: beneath the seats where there are no foundation governors, else in a clause of their own."""

    def test_beneath_the_seats(self):
        """As the founding case has it."""
        data = tables("community")
        data["terms"] = {"parent": "2 years"}
        said = words(draft(data))
        sentence = said.index("Parent governors hold office for a term of 2 years.")
        assert sentence < said.index("The total number of governors is 7.")

    def test_all_beside_some(self):
        """A term for all beside a term for some is for the others."""
        data = tables("voluntary aided, another faith")
        data["terms"] = {"all": "3 years", "parent": "2 years"}
        said = words(draft(data))
        first = said.index("Parent governors hold office for a term of 2 years.")
        assert (
            "All other governors, except the head teacher, hold office for a term of 3 years."
            == said[first + 1]
        )

    def test_all_alone(self):
        """A term for all is for everybody but the head teacher."""
        data = tables("community")
        data["terms"] = {"all": "3 years"}
        assert "All governors other than the head teacher hold office for a term of 3 years." in words(
            draft(data)
        )

    @pytest.mark.parametrize(
        ("terms", "sentence"),
        [
            ({"foundation": "3 years"}, "Foundation governors, other than ex officio governors, hold"),
            ({"all": "3 years"}, "All governors other than the head teacher and any ex officio foundation governors hold"),
            ({"all": "3 years", "parent": "2 years"}, "All other governors, except the head teacher and any ex officio foundation governors, hold"),
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("kind", ["voluntary aided, Church of England", "federation, voluntary aided"])
    def test_not_by_virtue_of_an_office(self, kind, terms, sentence):
        """An ex officio foundation governor has no term, but holds office with the post (reg 18(2))."""
        data = tables(kind) | {"terms": terms}
        assert f"{sentence} office for a term of 3 years." in words(draft(data))
        del data["foundation"]["ex_officio"]
        assert not any("ex officio" in line for line in words(draft(data, anyway=True)))


class TestSeats:
    """The number in each category."""

    @pytest.mark.parametrize(
        ("kind", "line"),
        [
            ("pupil referral unit", "2 staff members, including the teacher in charge;"),
            ("2007, community", "2 staff governors, including the head teacher; and"),
            ("2007, voluntary aided, Roman Catholic", "5 staff governors, including the head teacher; and"),
            ("community", "1 staff governor;"),
        ],
    )
    def test_the_head_teacher(self, kind, line):
        """Where the head teacher is of the category of staff, the number of staff counts that seat too."""
        assert line in words(draft(tables(kind)))

    @pytest.mark.parametrize("plain", [False, True])
    @pytest.mark.parametrize(
        ("kind", "heads", "line"),
        [
            ("pupil referral unit", 1, "1 staff member, who is the teacher in charge;"),
            ("2007, community", 1, "1 staff governor, who is the head teacher; and"),
            ("2007, community", 2, "2 staff governors, who are the head teachers; and"),
        ],
    )
    def test_the_head_teacher_is_all_of_the_staff(self, kind, heads, line, plain):
        """That is one line, too, and it reads back as it was, with its content controls and without."""
        data = tables(kind)
        data["seats"] |= {"staff": 0, "head_teacher": heads}
        data["seats"].pop("total", None)
        proposal = governance.parse(data)
        made = governance.draft(proposal, anyway=True, plain=plain)
        assert line in words(made)
        found = understand(transcribe_bytes(made, source="draft.docx")).proposal().seats
        assert proposal.seats.counts() == found.counts()

    def test_by_school(self):
        """Seats that belong to a school of a federation are said to."""
        data = tables("federation, voluntary aided")
        for school, count in zip(data["schools"], (4, 3), strict=True):
            school["seats"] = {"foundation": count}
        assert "7 foundation governors, of whom 4 are for Epsilon and 3 are for Zeta." in words(draft(data))

    def test_foundation_governors_who_are_parents(self):
        """The Regulations of 2007 count them, and an instrument of that time says so."""
        said = words(draft(tables("2007, voluntary aided, Roman Catholic")))
        assert "10 foundation governors, of whom 4 are eligible as parent governors." in said


class TestCopies:
    """Who is to have a copy, by reg 31(2) and its counterparts, as far as the body has them."""

    @pytest.mark.parametrize(
        ("kind", "named"),
        [
            ("community", ("and to the head teacher if not a governor.",)),
            ("voluntary aided, Church of England", ("to the trustees of the foundation", "the appropriate diocesan")),
            ("voluntary aided, Roman Catholic", ("trustees of the foundation", "the appropriate diocesan authority")),
            ("voluntary aided, another faith", ("trustees of the foundation", "the appropriate religious body")),
            ("voluntary controlled, Church of England", ("the appropriate diocesan authority",)),
            ("foundation, qualifying", ("trustees of the foundation",)),
            ("federation, voluntary aided", ("each federated school", "trustees of each foundation", "each appropriate diocesan")),
            ("pupil referral unit", ("management committee, and to the teacher in charge if not a member.",)),
            ("2007, community", ("every member of the governing body, and to the head teacher if not a governor.",)),
        ],
    )  # fmt: skip
    def test_who(self, kind, named):
        """Everybody that the body has is named, and nobody that it has not."""
        said = words(draft(tables(kind)))
        (clause,) = [line for line in said if line.startswith("A copy")]
        assert ("every associate member" in clause) is not kind.startswith(("2007", "pupil"))
        for one in ("trustees", "diocesan", "religious body"):
            assert (one in clause) is (one in " ".join(named))
        for one in named:
            assert one in clause

    def test_a_church_that_a_community_school_cannot_have(self):
        """Only foundation and voluntary schools are designated: nobody has a copy, and no clause says it."""
        for kind in ("community", "federation, community"):
            data = tables(kind)
            before = words(draft(data))
            for school in data.get("schools", [data["school"]]):
                school["religious_character"] = "Church of England"
            assert before == words(draft(data))

    def test_a_church_whose_school_has_no_foundation_governors(self):
        """In a federation too it has a diocesan authority, though nobody asks that authority to approve."""
        data = tables("federation, community")
        church = {"religious_character": "Church of England", "ethos": "Ethos of Epsilon"}
        data["schools"] = [
            {"name": "Epsilon", "category": "foundation", "foundation": "none", "head": "head"} | church,
            {"name": "Zeta", "category": "foundation", "foundation": "none", "head": "head"},
        ]
        data["seats"] |= {"head_teacher": 1, "co_opted": 3, "partnership": 2, "total": 10}
        (clause,) = [line for line in words(draft(data)) if line.startswith("A copy")]
        assert clause.endswith("and to each appropriate diocesan authority.")

    def test_a_foundation_that_is_not_denied(self):
        """A federated school that is not said to have no foundation has trustees who approve, and have a copy."""
        data = tables("federation, voluntary aided")
        del data["schools"][0]["foundation"]
        (clause,) = [line for line in words(draft(data)) if line.startswith("A copy")]
        assert "to the trustees of each foundation" in clause
        data["schools"][0]["foundation"] = "none"
        (clause,) = [line for line in words(draft(data)) if line.startswith("A copy")]
        assert "trustees" not in clause


class TestEthos:
    """The ethos is the user's own."""

    @given(
        text=st.text(string.ascii_letters + string.digits + " .,;:()[]“”‘’&<>éŵ'\"", min_size=1).filter(
            str.strip
        )
    )
    def test_verbatim(self, text):
        """Whatever the words are they stand there, as they are and at the end of the clause."""
        data = tables("voluntary aided, another faith")
        data["ethos"]["description"] = text
        (clause,) = [line for line in words(draft(data)) if "religious ethos is as follows" in line]
        lead = "The school is designated as having a religious character (Jewish). Its religious ethos is as follows: "
        assert lead + text.strip() == clause

    def test_by_school(self):
        """Each designated school of a federation has its own."""
        said = words(draft(tables("federation, voluntary aided")))
        assert "Epsilon (Roman Catholic): Ethos of Epsilon" in said
        assert "Zeta (Roman Catholic): Ethos of Zeta" in said

    def test_one_for_all(self):
        """One text for the federation is accepted in place of one for each."""
        said = words(draft(tables("federation, voluntary aided, one ethos")))
        assert "The religious ethos of each of them is as follows: Faith, hope and charity" in said
        assert "Epsilon (Roman Catholic); and" in said


class TestSeveralOffices:
    """Ex officio foundation governors of more offices than one."""

    def test_each_by_office(self):
        """Who appoints a substitute and who may ask for removal is said office by office."""
        said = words(draft(tables("voluntary aided, Church of England")))
        assert "the Rural Dean of Eta." in said
        assert "in the case of the vicar of Alpha, by the Archdeacon of Gamma; and" in said
        assert "in the case of the Rural Dean of Eta, by the Archdeacon of Beta." in said

    def test_for_a_school(self):
        """In a federation the office says for which school."""
        said = words(draft(tables("federation, voluntary aided")))
        assert (
            "The holder of the following office is a foundation governor ex officio: the vicar of Alpha, in respect of Zeta."
        ) in said


class TestNothingIsInvented:
    """Every word is the user's or the form's."""

    @every
    def test_only_the_given_words_change(self, kind):
        """Give every text another word, and nothing else in the document changes."""
        plain, other = tables(kind), renamed(tables(kind))
        assert words(draft(plain)) == [line.replace("Q", "") for line in words(draft(other))]

    def test_no_body_nominates(self):
        """A special school of before 2012 may have nobody who nominates, and says so."""
        data = tables("2007, community special, with a sponsor")
        data["instrument"]["nominating_body"] = "none"
        assert "No body nominates a community governor." in words(draft(data))


_OWN = {"name", "by", "basis", "office", "removal_requested_by", "substitute_appointed_by", "school"}
_OWN |= {"description", "ethos", "governing_body", "made_by", "nominating_body", "trust_deed"}


def renamed(data, key=""):
    """The same proposal with a Q at the end of each text that is the user's own."""
    if isinstance(data, dict):
        return {name: renamed(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [renamed(one, "name" if key == "sponsor_names" else key) for one in data]
    return f"{data}Q" if isinstance(data, str) and key in _OWN else data


class TestExOfficio:
    """Reg 9(b): a governor who is ex officio is a foundation governor, and holds one of the foundation seats."""

    @pytest.mark.parametrize("kind", ["voluntary aided, Church of England", "federation, voluntary aided"])
    def test_seats_that_only_add_up_without_the_offices_are_asked_about(self, kind):
        """No paper says that seven are appointed, others than those ex officio, to seven seats with one ex officio."""
        data = tables(kind)
        offices = len(data["foundation"]["ex_officio"])
        data["foundation"]["appointers"][-1]["number"] += offices
        result = governance.check(governance.parse(data))
        (asked,) = [one for one in result.of("unlawful", "unknown") if "APPOINTERS-SUM" in one.rule]
        assert result.lawful is None
        assert "among the" in asked.question
        assert "or beside them?" in asked.question
        with pytest.raises(governance.DraftRefusedError, match="incomplete"):
            draft(data)

    @pytest.mark.parametrize("change", [-1, 1, 3])
    def test_a_draft_that_is_made_anyway_contradicts_itself_nowhere(self, change):
        """A number that does not fit the seats is left open in it."""
        data = tables("voluntary aided, Church of England")
        data["foundation"]["appointers"][-1]["number"] += change
        said = words(governance.draft(governance.parse(data), anyway=True))
        start = next(place for place, line in enumerate(said) if "are appointed as follows" in line)
        own = said[start + 1 : start + 1 + len(data["foundation"]["appointers"])]
        assert all(line.startswith("[number: ") for line in own)

    def test_a_number_that_is_open_is_asked_and_left_open_in_a_draft(self):
        """Who appoints is known, and how many they appoint is not."""
        data = tables("voluntary aided, Church of England")
        appointers = data["foundation"]["appointers"]
        appointers[0]["number"] = "unknown"
        (asked,) = governance.check(governance.parse(data)).of("unlawful", "unknown")
        assert appointers[0]["by"] in asked.question
        said = words(governance.draft(governance.parse(data), anyway=True))
        start = next(place for place, line in enumerate(said) if "are appointed as follows" in line)
        first, second = said[start + 1], said[start + 2]
        assert first.startswith("[number] foundation governors by")
        assert second.startswith(str(appointers[1]["number"]))

    @pytest.mark.parametrize("one", [True, False])
    def test_where_others_may_appoint_a_draft_has_a_place_for_them(self, one):
        """Behind the one who is known, in the sentence; behind several, as the last of the list."""
        data = tables("voluntary aided, Church of England")
        foundation = data["foundation"]
        foundation["rest"] = "unknown"
        foundation["appointers"] = foundation["appointers"][: 1 if one else None]
        foundation["appointers"][0]["number"] = 1
        said = words(governance.draft(governance.parse(data), anyway=True))
        place = next(line for line in said if "[who appoints the others]" in line)
        assert place.endswith(", and [who appoints the others].") is one

    def test_each_school_of_a_federation_adds_up(self):
        """What is appointed and ex officio for a school are the seats stated for it."""
        data = tables("federation, voluntary aided")
        data["schools"][0]["seats"], data["schools"][1]["seats"] = {"foundation": 4}, {"foundation": 3}
        assert governance.check(governance.parse(data)).lawful
        data["schools"][0]["seats"], data["schools"][1]["seats"] = {"foundation": 3}, {"foundation": 4}
        result = governance.check(governance.parse(data))
        (wrong,) = result.of("unlawful", "breached")
        assert (
            "Epsilon: 4 appointed, and 3 stated; Zeta: 2 appointed and 1 ex officio, and 4 stated"
            == wrong.because
        )


def test_a_group_of_units():
    """Reg 6(a) of SI 2007/2978: the name is that of the unit, or of the group of units."""
    data = tables("pupil referral unit")
    assert any(line.startswith("The name of the unit is ") for line in words(draft(data)))
    data["school"]["name"] = "Northtown Pupil Referral Units"
    assert "The name of the group of units is Northtown Pupil Referral Units." in words(draft(data))


class TestNoListOfOne:
    """What is one is a sentence, and is read back as it was."""

    def test_one_appointer_with_a_basis(self):
        """Who appoints and on what basis, without a number that is all of them."""
        data = tables("voluntary controlled, Church of England")
        data["foundation"] = {
            "appointers": [{"by": "the parish", "number": 2, "basis": "after consulting the vicar"}]
        }
        said = words(draft(data))
        assert "The foundation governors are appointed by the parish, after consulting the vicar." in said

    def test_one_foundation_governor_of_one_school(self):
        """In the singular, with the school; and the one designated school with its ethos."""
        proposal = governance.load(EXAMPLES / "federation-controlled-and-community.toml")
        drafted = governance.draft(proposal)
        said = words(drafted)
        start = "The foundation governor is appointed by the Northshire Diocesan Board of Education, in respect of River"
        assert any(line.startswith(start) for line in said)
        ethos = "Riverbank Church of England Primary School is designated as having a religious character (Church of England). "
        assert any(line.startswith(f"{ethos}Its religious ethos is as follows: The school") for line in said)
        pasted = understand(transcribe_text("\n".join(said)))
        assert proposal.schools[0].ethos == pasted.data["schools"][0]["ethos"]

    @pytest.mark.parametrize(
        ("kind", "named"),
        [("voluntary controlled, Church of England", True), ("2007, voluntary controlled", False)],
    )
    def test_the_regulation_of_a_removal(self, kind, named):
        """The clause on a substitute names it under the Regulations of 2012; those of 2007 have no such clause."""
        said = [line for line in words(draft(tables(kind))) if line.startswith("A substitute governor")]
        words_of_law = "regulation 21(1) of the School Governance (Constitution) (England) Regulations 2012"
        assert [named] * named == [words_of_law in line for line in said]

    def test_a_federation_names_the_regulation_that_it_applies(self):
        """SI 2012/1035 reg 23 applies it."""
        said = words(draft(tables("federation, voluntary aided")))
        assert any("under regulation 21(1) of the School Governance (Constitution)" in line for line in said)


def test_apostrophes_in_names():
    """Typographic, however they were typed; the ethos as it is given."""
    data = tables("voluntary controlled, Church of England")
    data["school"]["name"] = "St Mary's Infants' School"
    data["ethos"] = {"description": "God's love"}
    said = words(draft(data))
    assert "The name of the school is St Mary’s Infants’ School." in said
    assert any(line.endswith("God's love") for line in said)
