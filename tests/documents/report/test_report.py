"""The decision report: what it says, what it leaves for a person to write, and what it never recommends."""

import datetime
import io
import zipfile
from pathlib import Path

import attrs
import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from instruments import words as paragraphs
from openxml_audit import OpenXmlValidator
from templates import council

import governance
from governance.documents.instrument.draft import document as instrument
from governance.documents.report import HouseStyleError
from governance.documents.report import report as short_or_long
from governance.documents.report.house import SECTION_TITLES, HouseStyle, SectionStyle, read_house_style
from governance.documents.report.sections import LONG
from governance.documents.template import read_template
from governance.documents.typeset import typeset
from governance.documents.word.blocks import Callout, Held, Sections, Table, Title, plain
from governance.law import book_for

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
LAWFUL = sorted(EXAMPLES.glob("*.toml"))
UNLAWFUL = sorted((EXAMPLES / "unlawful").glob("*.toml"))
HOUSE = ROOT / "docs" / "house-style.toml"
DAY = datetime.date(2018, 9, 18)
RIFT_HOUSE = governance.load(EXAMPLES / "rift-house.toml")
AIDED = governance.load(EXAMPLES / "voluntary-aided.toml")
TOO_SMALL = governance.load(EXAMPLES / "unlawful" / "too-small.toml")


def report(proposals, **given):
    """The long form, which has every section."""
    return short_or_long(proposals, form="long", **given).document


def sections_of(made):
    """The sections by their headings, each as the texts of its blocks."""
    (run,) = [block for block in made.blocks if isinstance(block, Sections)]
    return {plain(section.heading): [*map(words, section.blocks)] for section in run.sections}


def words(block):
    if isinstance(block, Table):
        return "\n".join(" | ".join(map(plain, row)) for row in block.rows)
    items = [plain(item.text) for item in getattr(block, "items", ())]
    return "\n".join([plain(block.text), *items])


def section_of(made, name):
    return "\n".join(sections_of(made)[SECTION_TITLES[name]])


def lines(data):
    return paragraphs(data)


FEDERATION = governance.load(EXAMPLES / "federation-controlled-and-community.toml")


class TestTheFoundingCase:
    """Rift House, Hartlepool: from 10 governors to 12."""

    MADE = report([RIFT_HOUSE])

    def test_the_sections_stand_in_the_order_of_a_committee_paper(self):
        """From the type of decision to the contact officer."""
        assert list(SECTION_TITLES.values()) == list(sections_of(self.MADE))

    def test_the_seats_stand_side_by_side(self):
        """Five co-opted governors become seven, and ten seats twelve; what stays is said to stay."""
        rows = section_of(self.MADE, "proposal").splitlines()
        assert "Co-opted governors | 5 | 7 | +2" in rows
        assert "Parent governors | 2 | 2 | none" in rows
        assert "Total | 10 | 12 | +2" in rows

    def test_terms_and_the_day_of_effect_are_told(self):
        """Parents serve two years, from 18 September 2018."""
        said = section_of(self.MADE, "proposal")
        assert "Parent governors would hold office for a term of 2 years." in said
        assert "The instrument would have effect from 18 September 2018." in said

    def test_the_law_is_named_with_what_had_amended_it(self):
        """The Regulations by their title, as they stood that day."""
        said = section_of(self.MADE, "legal")
        assert "the School Governance (Constitution) (England) Regulations 2012 (SI 2012/1034)" in said
        assert "as amended by SI 2014/1257, SI 2015/883, SI 2016/204 and SI 2017/487" in said
        assert "as in force on 18 September 2018" in said

    def test_an_amendment_is_not_named_before_it_was_in_force(self):
        """On 30 April 2017 SI 2017/487 had not yet amended anything."""
        said = section_of(report([RIFT_HOUSE], on=datetime.date(2017, 4, 30)), "legal")
        assert "SI 2016/204" in said
        assert "SI 2017/487" not in said

    def test_a_federation_is_told_what_amended_its_own_regulations(self):
        """SI 2015/883 amended those of single schools, some of which reg 23 applies; two others amended these."""
        said = section_of(report([FEDERATION]), "legal")
        by = "SI 2013/1624, SI 2014/1257, SI 2015/1554, SI 2016/204 and SI 2017/487"
        assert f"Regulations 2012 (SI 2012/1035), as amended by {by}, as in force" in said
        others = "SI 2014/1257, SI 2015/883, SI 2016/204 and SI 2017/487"
        assert (
            f"Those provisions of SI 2012/1034 (as amended by {others}) that SI 2012/1035 reg 23 names"
            in said
        )

    def test_a_federation_that_is_yet_to_be_formed_has_no_seats_now(self):
        """Nobody can write down how many; one that varies its instrument has some."""
        made = report([FEDERATION])
        assert "is to be a federation of" in section_of(made, "background")
        assert "now has" not in section_of(made, "background")
        assert "present seats" not in section_of(made, "proposal")
        assert "seats of the governing bodies that there are now are not given" in section_of(
            made, "procedure"
        )
        varied = attrs.evolve(FEDERATION, current=FEDERATION.seats)
        assert "now has 11 seats" in section_of(report([varied], anyway=True), "background")

    def test_a_federation_has_several_schools(self):
        """People are employed at one of them, or at the federation; what is not stated school by school is no row."""
        said = section_of(report([FEDERATION]), "legal")
        assert "employed at the federation or a federated school" in said
        assert "employed at the school" not in said
        assert "is not stated" not in said

    def test_each_rule_stands_beside_its_arithmetic_and_its_citation(self):
        """At least seven governors: twelve seats."""
        row = "A governing body has at least seven members. | Met: 12 seats; the least is 7. | SI 2012/1034 reg 13(2)"
        assert row in section_of(self.MADE, "legal").splitlines()

    def test_it_recommends_the_instrument_of_the_appendix_with_its_condition(self):
        """Approve it, and note how many co-opted governors may be employed at the school."""
        said = section_of(self.MADE, "recommendation")
        assert "approve the reconstitution of the governing body of Rift House Primary School" in said
        assert "Appendix 1, to have effect from 18 September 2018" in said
        assert (
            "at most 2 of the 7 co-opted governors are employed at the school (SI 2012/1034 reg 13(5))"
            in said
        )

    def test_the_appendix_is_the_instrument(self):
        """Its own clauses, under the title of the appendix, on a page of their own."""
        own = instrument(RIFT_HOUSE, book_for(RIFT_HOUSE, DAY), complies=True)
        assert (
            Title((Held("appendix", "Appendix 1: Instrument of Government"),), new_page=True)
            in self.MADE.blocks
        )
        assert own.blocks[1:] == self.MADE.blocks[-len(own.blocks) + 1 :]
        assert own.properties == self.MADE.properties

    def test_the_steps_of_a_variation_are_cited(self):
        """The authority considers whether it complies."""
        said = section_of(self.MADE, "procedure")
        assert "the local authority considers whether the variation complies" in said
        assert "(SI 2012/1034 reg 30(7))" in said


class TestWhatAPersonMustWrite:
    """The report marks the place and makes nothing up."""

    MADE = report([RIFT_HOUSE])

    @pytest.mark.parametrize("name", LONG.to_write)
    def test_each_such_section_ends_in_a_mark(self, name):
        """Reasons, risk, money, equality and the like are never asserted."""
        *facts, mark = sections_of(self.MADE)[SECTION_TITLES[name]]
        assert mark.startswith("[To be written: ")
        assert bool(facts) == (name in LONG.facts)

    def test_every_section_is_filled_by_facts_or_a_person(self):
        """None is left empty."""
        assert set(SECTION_TITLES) == LONG.facts.keys() | LONG.to_write.keys()

    def test_the_marked_sections_are_listed_at_the_head(self):
        """By number and name."""
        (callout,) = [block for block in self.MADE.blocks if isinstance(block, Callout)]
        assert "16 (Reasons for the recommendation)" in plain(callout.text)
        assert "4 (Proposal)" not in plain(callout.text)

    def test_a_gap_or_a_warning_is_listed_too(self):
        """Who decides, and a day of effect before the decision."""
        house, later = HouseStyle(decision_maker="Cabinet"), datetime.date(2030, 1, 1)
        for asked, listed in (
            ({"house": house}, False),
            ({}, True),
            ({"house": house, "meeting": later}, True),
        ):
            callout = next(block for block in report([AIDED], **asked).blocks if isinstance(block, Callout))
            assert listed == ("15 (Recommendation)" in plain(callout.text))

    def test_the_decision_maker_date_and_author_are_gaps(self):
        """Nobody is named who was not given."""
        (heading,) = [block for block in self.MADE.blocks if isinstance(block, Table)]
        assert ["Report to", "Date", "Report of"] == [
            plain(label) for label, value in heading.rows if plain(value).startswith("[")
        ]

    def test_seats_that_are_not_given_are_not_invented(self):
        """Without [current.seats] there is one column, and the report says so."""
        made = report([AIDED])
        said = section_of(made, "proposal")
        assert "Its present seats are not given, and so are not shown." in said
        assert "Total | 12" in said.splitlines()
        assert "now has" not in section_of(made, "background")

    def test_the_standing_words_take_the_place_of_the_mark(self):
        """They are the council's own."""
        standing = HouseStyle(sections={"risk": SectionStyle(text=("There are none.", "None at all."))})
        assert ["There are none.", "None at all."] == sections_of(report([RIFT_HOUSE], house=standing))[
            "Risk implications"
        ]

    def test_standing_words_never_take_the_place_of_facts(self):
        """In the section on the law they come after what was found."""
        standing = HouseStyle(
            sections={"legal": SectionStyle(text=("The Monitoring Officer was consulted.",))}
        )
        made = sections_of(report([RIFT_HOUSE], house=standing))["Legal considerations"]
        assert [
            *sections_of(self.MADE)["Legal considerations"],
            "The Monitoring Officer was consulted.",
        ] == made


class TestWhatIsNotLawful:
    """A proposal that breaks the law is never recommended."""

    @pytest.mark.parametrize("path", UNLAWFUL, ids=lambda path: path.stem)
    def test_it_is_refused_with_the_reasons(self, path):
        """As a draft is."""
        with pytest.raises(governance.DraftRefusedError) as refused:
            report([governance.load(path)])
        assert refused.value.unlawful
        assert refused.value.reasons

    @pytest.mark.parametrize("path", UNLAWFUL, ids=lambda path: path.stem)
    def test_anyway_it_says_that_it_cannot_be_approved_and_by_which_rule(self, path):
        """With every breach, and a mark on every page."""
        proposal = governance.load(path)
        made = report([proposal], anyway=True)
        said = section_of(made, "recommendation")
        assert "cannot be approved as it stands" in said
        assert "It is recommended" not in said
        breaches = governance.check(proposal).of("unlawful", "breached")
        assert all(finding.citation in said for finding in breaches)
        assert "DRAFT, not for decision" in (made.mark or "")

    def test_the_nearest_lawful_board_is_named(self):
        """One seat more makes six seven."""
        said = section_of(report([TOO_SMALL], anyway=True), "recommendation")
        assert "The nearest lawful board has 7 governors" in said

    def test_what_cannot_be_told_cannot_be_approved_either(self):
        """What is missing is asked for, each question once."""
        proposal = attrs.evolve(
            RIFT_HOUSE, instrument=attrs.evolve(RIFT_HOUSE.instrument, governing_body=None)
        )
        with pytest.raises(governance.DraftRefusedError) as refused:
            report([proposal])
        assert not refused.value.unlawful
        said = section_of(report([proposal], anyway=True), "recommendation")
        assert "it is not complete" in said
        assert 1 == said.count("What is the governing body called?")
        assert "Set " not in said

    def test_no_day_is_no_report(self):
        """The law depends on the day."""
        undated = attrs.evolve(RIFT_HOUSE, instrument=attrs.evolve(RIFT_HOUSE.instrument, effective_on=None))
        with pytest.raises(governance.CannotTellError):
            report([undated])


class TestApprovals:
    """Whose approval the Regulations want, and whether it is given."""

    def test_those_given_have_their_day(self):
        """Foundation governors, trustees and diocese, each by its paragraph."""
        said = section_of(report([AIDED]), "consultation")
        assert (
            "The foundation governors approve | Approved on 10 June 2025 | SI 2012/1034 reg 29(2)(a)" in said
        )
        assert "[not recorded yet" not in said

    def test_one_that_is_missing_is_marked_and_holds_up_the_recommendation(self):
        """The trustees' approval comes before the instrument is made."""
        approvals = {who: day for who, day in AIDED.approvals.items() if who != "trustees"}
        made = report([attrs.evolve(AIDED, approvals=approvals)])
        assert "[not recorded yet: date of approval] | SI 2012/1034 reg 29(2)(b)" in section_of(
            made, "consultation"
        )
        said = section_of(made, "recommendation")
        assert "once the approvals named below are given" in said
        assert (
            "The approval of the trustees of the foundation (SI 2012/1034 reg 29(2)(b)) comes before" in said
        )

    def test_a_community_school_wants_none(self):
        """And the report says that of the rules, no more."""
        assert "No rule that applies requires the approval of another body" in section_of(
            report([RIFT_HOUSE]), "consultation"
        )


class TestThoseInPost:
    """What happens to people where a category shrinks."""

    def test_a_category_that_shrinks_is_named_with_the_steps(self):
        """Seven co-opted seats become five."""
        smaller = attrs.evolve(
            RIFT_HOUSE, seats=RIFT_HOUSE.current, current=RIFT_HOUSE.seats, filled={"co_opted": 6}
        )
        said = section_of(report([smaller]), "procedure")
        assert "Fewer seats than now: co-opted governors (5 in place of 7, 6 now in post)." in said
        assert "Surplus co-opted governors. The steps, each with the provision it rests on, are:" in said

    def test_where_none_shrinks_there_is_no_surplus(self):
        """Twelve in place of ten."""
        said = section_of(report([RIFT_HOUSE]), "procedure")
        assert "No category would have fewer seats than it has now." in said
        assert "Surplus" not in said

    def test_whether_the_seats_could_stay_is_told_of_the_numbers_alone(self):
        """Six seats are too few, and so could not stay as they are."""
        few = attrs.evolve(RIFT_HOUSE, current=attrs.evolve(TOO_SMALL.seats))
        assert "do not comply with the same law: 6 seats; the least is 7" in section_of(
            report([few]), "options"
        )
        assert "the present numbers of seats comply with the same law" in section_of(
            report([RIFT_HOUSE]), "options"
        )


class TestManySchools:
    """One paper may carry many schools."""

    PROPOSALS = (RIFT_HOUSE, AIDED, TOO_SMALL)

    def test_each_has_its_table_and_its_appendix(self):
        """Numbered in the order given."""
        made = report(self.PROPOSALS, anyway=True)
        titles = [plain(block.text) for block in made.blocks if isinstance(block, Title)]
        assert [f"Appendix {number}: Instrument of Government" for number in (1, 2, 3)] == titles[1:]
        captions = [
            plain(block.caption)
            for run in made.blocks
            if isinstance(run, Sections)
            for section in run.sections
            for block in section.blocks
            if isinstance(block, Table)
        ]
        for proposal in self.PROPOSALS:
            assert f"{typeset(proposal.school.name)}: seats of each category" in captions

    def test_what_complies_is_recommended_and_what_does_not_is_not(self):
        """Two of the three."""
        said = section_of(report(self.PROPOSALS, anyway=True), "recommendation")
        assert "Small Primary School: the proposal cannot be approved as it stands" in said
        assert "of Small Primary School, " not in said
        assert "approve the instrument of government of Our Lady’s Catholic Primary School" in said

    def test_a_refusal_names_the_school_of_each_reason(self):
        """And only the files that stand in the way."""
        with pytest.raises(governance.DraftRefusedError) as refused:
            report(self.PROPOSALS)
        assert refused.value.reasons[0].startswith("Small Primary School: ")
        assert "rift-house" not in str(refused.value)

    def test_the_properties_tell_the_schools_apart(self):
        """By their appendix."""
        made = report((RIFT_HOUSE, AIDED))
        assert made.properties["Proposal hash, Appendix 1"] != made.properties["Proposal hash, Appendix 2"]

    def test_none_is_refused(self):
        """A report is about something."""
        with pytest.raises(governance.CannotTellError, match="at least one"):
            report([])


class TestTheHouseStyle:
    """Sections can be switched, renamed and ordered; the words are the council's."""

    def test_the_documented_one_does_all_of_it(self):
        """The recommendation leads, two sections are gone, one is renamed, and it is a governing board."""
        data = governance.report(RIFT_HOUSE, house=HOUSE, meeting=DAY)
        said = lines(data)
        assert said.index("Purpose of report") < said.index("Recommendation") < said.index("Type of decision")
        assert "Legal implications" in said
        assert "Legal considerations" not in said
        assert "Asset management considerations" not in said
        assert any(
            "reconstitution of the governing board of Rift House Primary School" in line for line in said
        )
        assert any("It is recommended that the Cabinet Member for Children" in line for line in said)

    def test_the_instrument_keeps_to_the_words_of_the_law(self):
        """Whatever the report says, the appendix says governing body."""
        said = lines(governance.report(RIFT_HOUSE, house=HOUSE))
        appendix = said[said.index("Appendix 1: Instrument of Government") :]
        assert not [line for line in appendix if "governing board" in line]
        assert [line for line in appendix if "governing body" in line]

    @given(st.permutations(sorted(SECTION_TITLES)), st.sets(st.sampled_from(sorted(SECTION_TITLES))))
    def test_every_order_and_choice_of_sections_is_kept(self, order, hidden):
        """Those named first come first, those hidden do not come, and none is lost or doubled."""
        first = order[:5]
        house = HouseStyle(order=tuple(first), sections={name: SectionStyle(show=False) for name in hidden})
        shown = house.shown()
        assert [name for name in first if name not in hidden] == list(shown[: len(set(first) - hidden)])
        assert set(SECTION_TITLES) - hidden == set(shown)
        assert len(shown) == len(set(shown))

    def test_letters_name_the_appendices_where_the_house_does_so(self):
        """Appendix A."""
        made = report([RIFT_HOUSE], house=HouseStyle(letters=True))
        assert (
            Title((Held("appendix", "Appendix A: Instrument of Government"),), new_page=True) in made.blocks
        )

    def test_the_contact_is_an_office(self):
        """Line by line."""
        text = '[contact]\ntelephone = "01234 567890"\noffice = "Governor Services"'
        made = report([RIFT_HOUSE], house=read_house_style(text))
        assert "Governor Services\nTelephone: 01234 567890" == section_of(made, "contact")

    def test_a_decision_after_the_date_of_effect_is_pointed_out(self):
        """On the day itself it is not."""
        assert "is before the date of the decision" not in section_of(
            report([RIFT_HOUSE], meeting=DAY), "recommendation"
        )
        later = report([RIFT_HOUSE], meeting=DAY + datetime.timedelta(days=1))
        assert "18 September 2018, is before the date of the decision" in section_of(later, "recommendation")

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            (
                "[sections.risks]\nshow = false",
                "house.toml:1: sections.risks: is not a key that is known here. Did you mean `risk`?",
            ),
            (
                "\n[sections.risk]\nshown = false",
                "house.toml:3: sections.risk.shown: is not a key that is known here",
            ),
            (
                '[sections.risk]\nshow = "no"',
                'house.toml:2: sections.risk.show: "no" is neither true nor false',
            ),
            ('[contact]\nname = "A. Person"', "house.toml:2: contact.name: is not a key that is known here"),
            (
                'order = ["risks"]',
                'house.toml:1: order.0: "risks" is not one of those known. Did you mean `risk`?',
            ),
            ('order = ["risk", "risk"]', "house.toml:1: order: risk stands twice"),
            ("[heading]\ndate = 2018", "house.toml:2: heading.date: 2018 is not a day of the calendar"),
            ("[sections.risk]\ntext = 5", "house.toml:2: sections.risk.text: 5 is not text"),
            ("[heading]\ncouncil = \n", "house.toml:2: is not TOML"),
        ],
    )
    def test_a_mistake_is_told_with_its_place_and_remedy(self, text, says):
        """As for a proposal."""
        with pytest.raises(HouseStyleError) as wrong:
            read_house_style(text, source="house.toml")
        assert says in str(wrong.value)

    def test_everything_wrong_is_told_at_once(self):
        """Two mistakes, two problems."""
        with pytest.raises(HouseStyleError) as wrong:
            read_house_style("[sections.risks]\n[heading]\ndat = 1")
        assert 2 == len(wrong.value.problems)

    def test_a_report_without_sections_is_refused(self):
        """One at least is shown."""
        text = "\n".join(f"[sections.{name}]\nshow = false" for name in SECTION_TITLES)
        with pytest.raises(HouseStyleError, match="none is shown"):
            read_house_style(text)

    @pytest.mark.parametrize("content", [None, b"\xff\x00", b"#" * 1_000_001])
    def test_a_file_that_cannot_be_read_is_explained(self, content, tmp_path):
        """It is not there, is not UTF-8, or is far too long."""
        path = tmp_path / "house.toml"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(HouseStyleError, match=r"cannot be read|not UTF-8|larger than"):
            governance.report(RIFT_HOUSE, house=path)


@pytest.mark.parametrize("path", LAWFUL + UNLAWFUL, ids=lambda path: path.stem)
def test_every_report_is_a_valid_word_file(path, tmp_path):
    """openxml-audit finds nothing, no paragraph is empty but the one behind the place to sign, and no number is written as nothing."""
    data = governance.report(governance.load(path), house=HOUSE, anyway=True)
    out = tmp_path / "out.docx"
    out.write_bytes(data)
    assert [] == list(OpenXmlValidator().validate(out).errors)
    document = docx.Document(io.BytesIO(data))
    assert [""] == [line for line in lines(data) if not line.strip()]
    assert all(cell.text.strip() for table in document.tables for row in table.rows for cell in row.cells)
    assert not [line for line in lines(data) if "None" in line]


def test_a_report_is_put_into_a_councils_template():
    """Its fonts and headers, and our words."""
    data = governance.report(RIFT_HOUSE, house=HOUSE, template=read_template(council()))
    document = docx.Document(io.BytesIO(data))
    assert "Georgia" == document.styles["Normal"].font.name
    assert "Appendix 1: Instrument of Government" in lines(data)


def test_a_management_committee_has_members():
    """A pupil referral unit's report never speaks of its governing body, whatever the house calls one."""
    unit = governance.load(EXAMPLES / "pupil-referral-unit.toml")
    said = sections_of(report([unit], house=HouseStyle(body="governing board")))
    assert not [text for section in said.values() for text in section if "governing board" in text]
    assert any("The management committee would have 11 members" in text for text in said["Proposal"])


def test_the_same_proposals_are_the_same_bytes():
    """And the day of the file is that of the decision, or else of the law."""
    first, second = (governance.report([RIFT_HOUSE, AIDED], house=HOUSE, meeting=DAY) for _ in range(2))
    assert first == second
    core = zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml").decode()
    assert "2018-09-18T00:00:00Z" in core
    assert AIDED.instrument.effective_on == report([AIDED]).created


def test_it_carries_what_to_know_of_the_record_of_the_law():
    """Of a pupil referral unit, that its Regulations are known as made; of a school on its own day, nothing."""
    unit = governance.load(EXAMPLES / "pupil-referral-unit.toml")
    assert "has been read as it was made" in section_of(report([unit]), "legal")
    assert "has been read as" not in section_of(report([RIFT_HOUSE]), "legal")
