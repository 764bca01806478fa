"""The short report: what a committee passes, in the officer's own words, and nothing that nobody said."""

import io
import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from instruments import words as lines
from office import many_to_pdf
from pypdf import PdfReader

import governance
from governance.cli import main
from governance.documents.report import HouseStyle, PaperError, load_house_style, load_paper, report
from governance.documents.report.blank import blank
from governance.documents.report.facts import amendments, gather
from governance.documents.report.house import SECTION_TITLES, read_house_style
from governance.documents.report.words import clauses
from governance.documents.word.blocks import Callout, Paragraph, Sections, Signature, Table, plain
from governance.law.store.instruments import instrument
from governance.model.paper import Paper

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
STYLES = sorted((EXAMPLES / "house-styles").glob("*.toml"))
RIFT_PAPER = EXAMPLES / "papers" / "rift-house.toml"
RIFT_HOUSE = governance.load(EXAMPLES / "rift-house.toml")
AIDED = governance.load(EXAMPLES / "voluntary-aided.toml")
CONTROLLED = governance.load(EXAMPLES / "voluntary-controlled.toml")
UNIT = governance.load(EXAMPLES / "pupil-referral-unit.toml")
FEDERATION = governance.load(EXAMPLES / "federation-controlled-and-community.toml")


def words(block):
    if isinstance(block, Table):
        return "\n".join(" | ".join(map(plain, row)) for row in block.rows)
    items = [plain(item.text) for item in getattr(block, "items", ())]
    return "\n".join([plain(block.text), *items])


def sections_of(made):
    """The sections of a report by their headings, each as its words."""
    (run,) = [block for block in made.document.blocks if isinstance(block, Sections)]
    return {plain(one.heading): "\n".join(map(words, one.blocks)) for one in run.sections}


def blocks_of(document):
    """The blocks of a report, and behind them those of its annex."""
    return [*document.blocks, *(block for one in document.annexes for block in one.blocks)]


def with_words(proposal, **sections):
    return attrs.evolve(proposal, paper=Paper(sections=sections, source=proposal.source))


class TestTheFoundingCase:
    """Rift House, with the words of the paper of 18 September 2018."""

    MADE = report([RIFT_HOUSE], paper=load_paper(RIFT_PAPER))

    def test_its_sections_are_those_of_the_paper_of_that_day(self):
        """From the type of decision to the contact officer, with the reasons after the recommendation."""
        wanted = (
            "type_of_decision purpose background proposal risk financial legal child_and_family_poverty "
            "equality_and_diversity staff asset_management recommendation reasons background_papers contact"
        )
        assert [SECTION_TITLES[key] for key in wanted.split()] == list(sections_of(self.MADE))

    def test_nothing_is_left_to_write(self):
        """No mark, no gap, and a strict report is made."""
        assert {} == self.MADE.marked
        assert not any(isinstance(block, Callout) for block in self.MADE.document.blocks)
        assert "[" not in "".join(sections_of(self.MADE).values())
        assert report([RIFT_HOUSE], paper=load_paper(RIFT_PAPER), strict=True) == self.MADE

    def test_it_says_what_the_paper_of_that_day_said(self):
        """The seats before and after, what the law fixes, the condition, and who is asked to approve what."""
        said = sections_of(self.MADE)
        assert "Co-opted governors | 5 | 7 | +2" in said["Proposal"]
        fixed = (
            "The law fixes how many seats there are for local authority governors (SI 2012/1034 reg 13(3)(d)), "
            "staff governors (SI 2012/1034 reg 13(3)(c)) and the head teacher (SI 2012/1034 reg 13(3)(b))."
        )
        assert fixed in said["Proposal"]
        assert (
            "The law requires the following: at least seven governors (SI 2012/1034 reg 13(2)); at least two parent"
            in said["Legal considerations"]
        )
        condition = "provided that at most 2 of the 7 co-opted governors are employed at the school (SI 2012/1034 reg 13(5))"
        assert condition in said["Legal considerations"]
        assert said["Recommendation"].startswith(
            "It is recommended that the Children’s Services Committee approve the reconstitution of the governing body"
        )
        assert "a broader set of skills" in said["Reasons for the recommendation"]
        assert said["Contact officer"].startswith("Governor Support\nChildren’s Services\n")

    def test_on_paper_it_is_three_pages_and_the_instrument(self, tmp_path):
        """And on each page but the last two there is nothing that somebody has to type."""
        data = governance.report(RIFT_HOUSE, paper=RIFT_PAPER)
        pages = PdfReader(many_to_pdf({"rift-house": data}, tmp_path)["rift-house"]).pages
        (appendix,) = [n for n, page in enumerate(pages) if "Appendix 1: Instrument" in page.extract_text()]
        assert appendix <= 3
        assert len(pages) == appendix + 1

    def test_the_annex_has_the_arithmetic_the_conditions_and_the_steps(self):
        """Once, under a title of its own, and said to be no part of the instrument."""
        (annex,) = report([RIFT_HOUSE], annex=True).document.annexes
        said = "\n".join(words(block) for block in annex.blocks)
        assert "no part of an instrument" in said
        assert "At least seven governors | 12 seats; the least is 7." in said
        assert "at most 2 of the 7 co-opted governors" in said
        assert (
            "considers whether the variation complies with every law that applies. | SI 2012/1034 reg 30(7)"
            in said
        )


class TestWhatIsGivenStands:
    """The officer's words, the house style's, and what is neither."""

    def test_the_kind_of_school_is_said_where_the_officer_says_nothing_of_it(self):
        """Of a federation it is said with the schools in any case; apostrophes are a printer's."""
        paper = Paper(sections={"background": "The school's board has shrunk."})
        assert (
            "Rift House Primary School is a community school."
            in sections_of(report([RIFT_HOUSE]))["Background"]
        )
        assert (
            "The school’s board has shrunk."
            == sections_of(report([RIFT_HOUSE], paper=paper))["Background"].strip()
        )
        assert "is to be a federation of" in sections_of(report([FEDERATION], paper=paper))["Background"]

    def test_what_nobody_says_is_marked_or_left_out_and_listed(self):
        """Reasons have to be written; of risk and options nothing need be said."""
        made = report([RIFT_HOUSE])
        assert [
            "committee",
            "meeting_on",
            "report_of",
            "type_of_decision",
            "background",
            "reasons",
            "contact",
        ] == sorted(made.marked, key=list(made.marked).index)
        assert {"options", "risk", "financial"} <= set(made.left_out)
        said = sections_of(made)
        assert "[To be written: why the change is wanted]" == said["Reasons for the recommendation"]
        assert "Risk implications" not in said

    def test_strict_refuses_what_is_marked(self):
        """With the keys, and as incomplete rather than unlawful."""
        with pytest.raises(governance.DraftRefusedError) as refused:
            report([RIFT_HOUSE], strict=True)
        assert "reasons: why the change is wanted" in refused.value.reasons
        assert not refused.value.unlawful

    @pytest.mark.parametrize(
        "key", [key for key in SECTION_TITLES if key not in ("type_of_decision", "contact")]
    )
    def test_words_of_every_section_stand_in_both_forms(self, key):
        """After what the facts say, where they say something."""
        for form in ("short", "long"):
            made = report([RIFT_HOUSE], paper=Paper(sections={key: "Said by the officer."}), form=form)
            assert sections_of(made)[SECTION_TITLES[key]].endswith("Said by the officer.")
            assert key not in made.marked

    @pytest.mark.parametrize("form", ["short", "long"])
    def test_an_officers_words_take_the_place_of_standing_ones_but_where_facts_stand(self, form):
        """Nothing says both that there is a cost and that there is none."""
        text = '[sections.financial]\ntext = "There is no cost."\n[sections.legal]\ntext = "Counsel was not asked."'
        paper = Paper(sections={"financial": "An election costs £200.", "legal": "The solicitor agrees."})
        said = sections_of(report([RIFT_HOUSE], house=read_house_style(text), paper=paper, form=form))
        assert "An election costs £200." == said["Financial considerations"]
        assert said["Legal considerations"].endswith("The solicitor agrees.\nCounsel was not asked.")

    def test_the_file_beside_goes_before_the_proposal_and_both_before_the_house(self):
        """Key by key."""
        house = HouseStyle(decision_maker="The house", report_of="The house", type_of_decision="The house")
        own = attrs.evolve(RIFT_HOUSE, paper=Paper(committee="The file", report_of="The file"))
        made = report([own], house=house, paper=Paper(committee="Beside"))
        heading = next(block for block in made.document.blocks if isinstance(block, Table))
        assert "Report to | Beside" in words(heading)
        assert "Report of | The file" in words(heading)
        assert "The house." == sections_of(made)["Type of decision"]

    def test_it_changes_neither_the_answer_nor_the_hash(self):
        """The words of a paper are no part of what is checked."""
        data = tomllib.loads((EXAMPLES / "rift-house.toml").read_text("utf-8"))
        with_paper = governance.parse(data | tomllib.loads(RIFT_PAPER.read_text("utf-8")))
        assert with_paper.paper == load_paper(RIFT_PAPER)
        assert governance.check(with_paper).findings == governance.check(RIFT_HOUSE).findings
        made = report([with_paper]).document
        assert made.properties == report([RIFT_HOUSE]).document.properties

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("One.\nStill one.\n\nTwo.", [("One. Still one.", []), ("Two.", [])]),
            ("It wants:\n- a\n- b\n  more", [("It wants:", ["a", "b more"])]),
            ("It wants:\n\n1. a\n2. b", [("It wants:", ["a", "b"])]),
            ("It wants:\n(a) a\n(b) b\n\nThen this.", [("It wants:", ["a", "b"]), ("Then this.", [])]),
            ("• a\n• b", [("a", []), ("b", [])]),
            ("In 2015 - a year\n2016 came.", [("In 2015 - a year 2016 came.", [])]),
            ("A. B. Jones (Ltd) agreed", [("A. B. Jones (Ltd) agreed", [])]),
        ],
    )
    def test_plain_text_has_paragraphs_and_lists(self, text, wanted):
        """As people type them."""
        assert wanted == [
            (plain(one.text), [plain(item.text) for item in one.items]) for one in clauses(text)
        ]

    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["", "- ", "1. ", "(b) ", "  "]),
                st.lists(st.sampled_from(["ab:", "x-y", "5"]), max_size=3),
            ),
            max_size=8,
        )
    )
    def test_no_word_of_a_text_is_lost_or_moved(self, typed):
        """Whatever lines it has, empty ones too; only the marks of a list are taken away."""
        text = "\n".join(f"{mark}{' '.join(line)}" for mark, line in typed)
        said = [
            word
            for one in clauses(text)
            for part in (one.text, *(item.text for item in one.items))
            for word in plain(part).split()
        ]
        kept = [word for mark, line in typed for word in ([] if line else mark.split()) + line]
        assert [word for word in kept if word not in ("-", "1.", "(b)")] == [
            word for word in said if word not in ("-", "1.", "(b)")
        ]

    def test_words_for_a_section_that_the_house_leaves_out_stand_all_the_same(self):
        """What an officer writes is never lost."""
        house = read_house_style("[sections.risk]\nshow = false\n[sections.contact]\nshow = false")
        paper = Paper(contact=("Governor Services",), sections={"risk": "None."})
        said = sections_of(report([RIFT_HOUSE], house=house, paper=paper))
        assert "None." == said["Risk implications"]
        assert "Governor Services" == said["Contact officer"]
        assert "Risk implications" not in sections_of(report([RIFT_HOUSE], house=house, form="long"))

    def test_a_proposal_without_a_day_takes_the_law_of_the_day_that_is_given_for_such(self):
        """One with a day keeps its own."""
        undated = attrs.evolve(AIDED, instrument=attrs.evolve(AIDED.instrument, effective_on=None))
        made = report([undated, RIFT_HOUSE], undated=date(2024, 1, 1), anyway=True)
        assert (
            "as in force on 18 September 2018 and on 1 January 2024"
            in sections_of(made)["Legal considerations"]
        )

    def test_present_seats_that_are_not_given_are_asked_for(self):
        """But not of a federation that is to be formed, or where they are given."""
        notes = "\n".join(report([AIDED, FEDERATION, RIFT_HOUSE]).notes())
        assert "the present seats of Our Lady" in notes
        assert "Catholic Primary School are not given" in notes

    def test_the_contact_is_text_or_a_table(self):
        """As in a house style, or line by line."""
        table = governance.parse(
            {
                "school": {"category": "community"},
                "seats": {},
                "paper": {"contact": {"email": "a@b.example", "office": "O"}},
            }
        )
        assert ("O", "E-mail: a@b.example") == table.paper.contact


class TestMistakes:
    """A mistake in the words of a paper is told with its place and remedy."""

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ('comittee = "Cabinet"', "comittee: there is no such section. Did you mean `committee`?"),
            ('[paper]\nreasons = ""', "paper.toml:2: paper.reasons: is empty"),
            ("reasons = 5", "paper.toml:1: reasons: 5 is not text"),
            ('meeting_on = "soon"', 'paper.toml:1: meeting_on: "soon" is not a day of the calendar'),
            ('[contact]\nname = "A. Person"', "contact.name: is not a key that is known here"),
            ("reasons = \n", "paper.toml:1: is not TOML"),
            ('[paper]\nreasons = "a"\n[house]\nb = 1', "house: is not a key that is known here"),
        ],
    )
    def test_it_is_told(self, text, says, tmp_path):
        """As for a proposal."""
        path = tmp_path / "paper.toml"
        path.write_text(text, "utf-8")
        with pytest.raises(PaperError) as wrong:
            report([RIFT_HOUSE], paper=load_paper(path))
        assert says in str(wrong.value)

    def test_a_day_in_words_and_a_file_of_notepad_are_understood(self, tmp_path):
        """As in a proposal."""
        path = tmp_path / "paper.toml"
        path.write_bytes('meeting_on = "18 September 2018"\nrisk = "None – at all"'.encode("cp1252"))
        assert date(2018, 9, 18) == load_paper(path).meeting_on
        assert "None – at all" == load_paper(path).sections["risk"]

    def test_two_proposals_that_differ_on_what_a_paper_says_once_are_told(self):
        """The subject is of each, and so is of neither; what is given beside them goes before both."""
        first = attrs.evolve(RIFT_HOUSE, paper=Paper(committee="Cabinet", subject="One", source="a.toml"))
        second = attrs.evolve(AIDED, paper=Paper(committee="Council", subject="Two", source="b.toml"))
        with pytest.raises(PaperError, match=r"a.toml and b.toml: committee: they say different things"):
            report([first, second])
        made = report([first, second], paper=Paper(committee="Executive"))
        assert "Rift House Primary School and Our Lady" in made.document.title


class TestManySchools:
    """What is common is said once, and each school has a section of its own."""

    PROPOSALS = (
        with_words(RIFT_HOUSE, background="Both boards met.", reasons="More skills."),
        with_words(AIDED, background="Both boards met.", reasons="The trustees wish it."),
        with_words(CONTROLLED, background="Both boards met."),
    )
    MADE = report(PROPOSALS, annex=True)

    def test_what_all_say_is_said_once_and_what_one_says_under_its_name(self):
        """And each of the three has what is proposed, what the law says and whose approval it requires."""
        said = sections_of(self.MADE)
        assert "Both boards met." == said["Background"]
        assert "Reasons for the recommendation. More skills." in said["Rift House Primary School"]
        assert "Co-opted governors | 5 | 7 | +2" in said["Rift House Primary School"]
        (aided,) = [text for heading, text in said.items() if heading.startswith("Our Lady")]
        assert "Reasons for the recommendation. The trustees wish it." in aided
        assert "the trustees of the foundation (SI 2012/1034 reg 29(2)(b)): approved on 17 June 2025" in aided
        assert "[To be written: why the change is wanted]" == said["Reasons for the recommendation"]

    def test_a_sentence_of_law_that_is_the_same_is_not_repeated(self):
        """What governs them, what is fixed, and the steps."""
        whole = "\n".join(sections_of(self.MADE).values())
        assert 1 == whole.count("he law fixes how many seats there are for")
        assert 1 == whole.count("as in force on 18 September 2018 and on 1 September 2025")
        same = [
            RIFT_HOUSE,
            attrs.evolve(RIFT_HOUSE, school=attrs.evolve(RIFT_HOUSE.school, name="Other School")),
        ]
        captions = [
            plain(one.caption)
            for one in blocks_of(report(same, annex=True).document)
            if isinstance(one, Table)
        ]
        assert ["Varying an instrument of government: Rift House Primary School and Other School"] == [
            caption for caption in captions if caption.startswith("Varying")
        ]

    def test_many_schools_are_counted_in_the_heading_and_named_below(self):
        """Four names are too many for a title."""
        made = report([RIFT_HOUSE, AIDED, CONTROLLED, UNIT])
        assert made.document.title.endswith("Instrument of government: 4 governing bodies")
        assert "Catholic Primary School | Voluntary aided | not given | 12" in sections_of(made)["Proposal"]

    def test_on_paper_a_school_takes_a_page_or_less(self, tmp_path):
        """The report on three is at most three pages longer than what is common."""
        data = governance.report(self.PROPOSALS, house=STYLES[0])
        pages = PdfReader(many_to_pdf({"many": data}, tmp_path)["many"]).pages
        texts = [page.extract_text() for page in pages]
        appendix = next(n for n, text in enumerate(texts) if "Appendix A: Instrument" in text)
        assert appendix <= 5


class TestHouseStyles:
    """Sections of a council's own, and the three layouts that councils have."""

    @pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
    def test_each_example_makes_a_paper_in_which_only_its_own_words_are_wanted(self, path):
        """Who decides, by which power, on whose report and whom to ask are of the house."""
        house = load_house_style(path)
        paper = Paper(sections={"background": "It was reviewed.", "reasons": "More skills."})
        made = report([AIDED], house=house, paper=paper, meeting=date(2025, 7, 10), strict=True)
        said = sections_of(made)
        assert house.power_to_decide in "".join(said.values())
        own = [key for key in house.sections if key not in SECTION_TITLES]
        assert own
        for key in own:
            standing = "\n".join(house.sections[key].text)
            assert said.get(house.title_of(key), "") == standing
            assert (key in made.left_out) == (not standing)

    def test_a_decision_record_is_signed_by_who_decides(self):
        """And says what is decided, in place of what is recommended."""
        made = report([AIDED], house=load_house_style(EXAMPLES / "house-styles" / "officer-decision.toml"))
        assert sections_of(made)["Decision"].startswith(
            "The decision is to approve the instrument of government"
        )
        first = next(block for block in made.document.blocks if isinstance(block, Signature))
        assert "Decided by the Director of Education and Skills" == first.lead

    def test_a_section_of_ones_own_stands_where_it_says(self):
        """After another, of ours or of its own; else before the recommendation; or where `order` puts it."""
        text = (
            'order = ["wards"]\n[sections.climate]\ntitle = "Climate"\ntext = "None."\nafter = "legal"\n'
            '[sections.carbon]\ntitle = "Carbon"\nafter = "climate"\n[sections.data]\ntitle = "Data"\n'
            '[sections.wards]\ntitle = "Wards"\n'
        )
        shown = read_house_style(text).shown()
        place = shown.index
        assert "wards" == shown[0]
        assert place("legal") + 1 == place("climate") == place("carbon") - 1
        assert place("data") + 1 == place("recommendation")

    def test_the_officer_fills_it_by_its_key(self):
        """Without it, it is left out and listed."""
        house = read_house_style('[sections.wards]\ntitle = "Wards affected"')
        assert "wards" in report([RIFT_HOUSE], house=house).left_out
        made = report([RIFT_HOUSE], house=house, paper=Paper(sections={"wards": "Foggy Furze."}))
        assert "Foggy Furze." == sections_of(made)["Wards affected"]

    @given(
        st.permutations(sorted(SECTION_TITLES)), st.lists(st.sampled_from(sorted(SECTION_TITLES)), max_size=3)
    )
    def test_none_is_lost_or_doubled(self, order, anchors):
        """Wherever sections of one's own stand."""
        own = "\n".join(
            f'[sections.own{n}]\ntitle = "Own {n}"\nafter = "{after}"' for n, after in enumerate(anchors)
        )
        house = read_house_style(f"order = {order[:4]!r}\n{own}".replace("'", '"'))
        assert sorted([*SECTION_TITLES, *(f"own{n}" for n in range(len(anchors)))]) == sorted(house.shown())
        for n, after in enumerate(anchors):
            if after not in order[:4]:
                assert house.shown().index(after) < house.shown().index(f"own{n}")


CITED = re.compile(r"(?:SI \d{4}/\d+|\d{4} c\. \d+|\bregs? \d|\bs \d|\bSch \d|\bpara \d)")
DAYS = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
)
LAWFUL = [governance.load(path) for path in sorted(EXAMPLES.glob("*.toml")) if path.name != "people.toml"]


@st.composite
def proposals(draw):
    """A lawful board of any kind of body, near to that of an example, with or without the seats of today."""
    base = draw(st.sampled_from(LAWFUL))
    more = {
        seat: count + draw(st.integers(0, 2))
        for seat, count in base.seats.counts().items()
        if isinstance(count, int) and count
    }
    moved = attrs.evolve(base, seats=attrs.evolve(base.seats, **more, total=None), current=None)
    board = governance.repair(moved, most=1).boards
    seats = attrs.evolve(moved.seats, **board[0].seats) if board else moved.seats
    today = draw(st.sampled_from([None, base.seats]))
    kept = draw(st.sets(st.sampled_from(sorted(base.approvals)))) if base.approvals else set()
    return attrs.evolve(
        moved, seats=seats, current=today, approvals={who: base.approvals[who] for who in kept}
    )


def said_by(made):
    """Each block of the sections and the annex, in words; the instrument has its own tests."""
    for block in blocks_of(made.document):
        if isinstance(block, Sections):
            yield from (words(one) for section in block.sections for one in section.blocks)
        elif isinstance(block, Table | Paragraph):
            yield words(block)


def numbers_of(text):
    return set(re.findall(r"\d+", text))


class TestSentencesOfLaw:
    """Every citation is one that the check used or a step gave, and every number is the proposal's, whatever the kind."""

    @settings(max_examples=40)
    @given(proposals(), st.sampled_from(["short", "long"]), st.booleans())
    def test_of_every_kind(self, proposal, form, annex):
        """In both forms, with the annex and without."""
        result = governance.check(proposal)
        made = report([proposal], form=form, annex=annex, anyway=True)
        (case,) = gather([proposal], house=HouseStyle(), on=None, meeting=None).cases
        book, steps = case.book, case.procedures
        used = {one.citation for one in result.findings} | {
            one.citation for taken in steps for one in taken.steps
        }
        applied = [instrument(one.law) for one in book.law.applies]
        laws = {law.cite for law in (book.law, *book.beside)} | {one.cite for one in applied}
        whole = "\n".join(said_by(made))
        doubts = [one.doubt for one in result.findings if one.doubt]
        for of_the_rules in (
            *result.cautions,
            *(text for one in doubts for text in (one.doubt, one.taken, one.other)),
        ):
            whole = whole.replace(of_the_rules, "")
        used |= {by for law in (book.law, *applied) for by in amendments(law, result.on)}
        used |= {f"{book.law.cite} {one.by}" for one in book.law.applies}
        left = re.sub(r"Every other rule is met.*", "", whole)
        for citation in sorted(used, key=len, reverse=True):
            left = left.replace(citation, "")
        for law in laws:
            left = left.replace(f"({law})", "").replace(f" {law}", "")
        assert not CITED.search(left), CITED.search(left)

        ours = "\n".join(f"{one.because} {one.condition} {one.says}" for one in result.findings)
        given_ = proposal.seats.counts() | {"total": proposal.seats.sum()}
        today = proposal.current.counts() | {"total": proposal.current.sum()} if proposal.current else {}
        known = numbers_of(f"{given_} {today} {proposal.terms} {proposal.foundation} {ours}")
        known |= {str(abs(given_[seat] - today[seat])) for seat in today if isinstance(given_[seat], int)}
        if form == "short" and not annex:
            facts = DAYS.sub("", left).replace("Appendix 1", "").replace(book.law.title, "")
            facts = re.sub(r"Regulations \d{4}", "", facts)
            assert numbers_of(facts) <= known, numbers_of(facts) - known

    def test_what_amended_this_instrument_is_named_and_no_other(self):
        """SI 2015/883 amended those of single schools."""
        said = sections_of(report([FEDERATION]))["Legal considerations"]
        assert "(SI 2012/1035), as amended by SI 2013/1624, SI 2014/1257, SI 2015/1554" in said

    def test_a_federation_that_is_to_be_formed_has_no_seats_now_and_steps_of_its_own(self):
        """Nobody can write down how many."""
        made = report([FEDERATION], annex=True)
        whole = "\n".join(said_by(made))
        assert "is to be a federation of" in whole
        assert not re.search(r"now has|present seats|in place of \d", whole)
        assert "Forming a federation: The Riverbank Federation" in [
            plain(one.caption) for one in blocks_of(made.document) if isinstance(one, Table)
        ]
        assert "none of the 4 co-opted governors is employed at the federation or a federated school" in whole

    def test_approvals_that_are_due_are_named_with_whose_they_are(self):
        """One is a sentence, several a list; the recommendation waits for them."""
        said = sections_of(report([attrs.evolve(AIDED, approvals={})]))
        assert (
            "the trustees of the foundation (SI 2012/1034 reg 29(2)(b)): not recorded as given"
            in (said["Consultation and approvals"])
        )
        assert "once the approvals named below are given" in said["Recommendation"]

    def test_what_the_law_requires_is_said_once_with_its_citation(self):
        """What it fixes where seats are changed, and only there; the rest with the law."""
        said = sections_of(report([AIDED]))
        assert "The law fixes" not in "".join(said.values())
        assert "one staff governor (SI 2012/1034 reg 13(3)(c))" in said["Legal considerations"]
        assert (
            "foundation governors outnumber the others by two (SI 2012/1034 reg 14(4))"
            in said["Legal considerations"]
        )
        same = attrs.evolve(RIFT_HOUSE, current=RIFT_HOUSE.seats)
        reissued = "".join(sections_of(report([same])).values())
        assert "The law fixes" not in reissued
        assert "reconstitution" not in reissued
        assert "approve the revised instrument of government of Rift House Primary School" in reissued
        both = sections_of(report([AIDED, CONTROLLED]))
        assert (
            "foundation"
            not in both["Legal considerations"].partition("The law requires")[2].partition("\n")[0]
        )
        assert "The law also requires the following: at least two foundation governors" in "\n".join(
            both.values()
        )

    def test_a_units_paper_speaks_of_its_law_as_made_and_of_members(self):
        """What to know of our record of the law stands at the end of the run and in the check sheet, and not in the council's paper."""
        made = report([UNIT], house=HouseStyle(body="governing board"))
        said = sections_of(made)
        legal = said["Legal considerations"]
        assert "(SI 2007/2978), cited here as made." in legal
        assert "at least seven members, and at most twenty members (SI 2007/2978 reg 14(1))" in legal
        assert legal.endswith("The proposal complies with SI 2007/2978.")
        assert "SI 2012/1825" not in "".join(said.values())
        assert any("has been read as it was made" in note for note in made.notes())
        assert "The management committee would have 11 members" in said["Proposal"]
        assert "governing" not in "".join(said.values()).replace("is governed", "")


class TestTheBlank:
    """`governance new --paper`."""

    @pytest.mark.parametrize("path", [None, *STYLES], ids=lambda path: path and path.stem)
    def test_as_it_stands_it_says_what_the_house_style_says(self, path, tmp_path):
        """The report is the same with it as without."""
        house, out = load_house_style(path) if path else HouseStyle(), tmp_path / "paper.toml"
        out.write_text(blank(house, RIFT_HOUSE), "utf-8")
        assert report([RIFT_HOUSE], house=house, paper=load_paper(out)) == report([RIFT_HOUSE], house=house)

    @pytest.mark.parametrize("path", [None, *STYLES], ids=lambda path: path and path.stem)
    def test_filled_in_nothing_is_left_to_write(self, path, tmp_path):
        """Every key that a report has no words for is in it, behind #."""
        house, out = load_house_style(path) if path else HouseStyle(), tmp_path / "paper.toml"
        filled = re.sub(r"^# (\w+ = |\.\.\.$|\"\"\"$)", r"\1", blank(house, RIFT_HOUSE), flags=re.MULTILINE)
        out.write_text(filled.replace("YYYY-MM-DD", "2018-09-18"), "utf-8")
        made = report([RIFT_HOUSE], house=house, paper=load_paper(out), strict=True)
        assert () == made.left_out

    def test_the_words_of_a_proposal_are_in_it(self, tmp_path):
        """Quotation marks and lines and all."""
        paper = attrs.evolve(load_paper(RIFT_PAPER), subject='A "revised" one')
        paper = attrs.evolve(
            paper, sections={**paper.sections, "risk": 'A "quoted"\n\n- "last"\n- back\\slash'}
        )
        out = tmp_path / "paper.toml"
        out.write_text(blank(HouseStyle(), attrs.evolve(RIFT_HOUSE, paper=paper)), "utf-8")
        assert paper == load_paper(out)

    def test_it_says_what_is_known_already(self):
        """So that nobody writes it twice."""
        said = blank(HouseStyle(), RIFT_HOUSE)
        assert "12 seats in place of 10" in said
        assert "18 September 2018" in said


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


class TestCommands:
    """`governance report --paper`, and `governance new --paper`."""

    def test_what_is_left_is_listed_with_its_keys_at_the_end_of_the_run(self, tmp_path):
        """What is marked, and what is left out."""
        done = run("report", EXAMPLES / "rift-house.toml", "-o", tmp_path / "out.docx")
        assert 0 == done.exit_code
        assert "\n  reasons: why the change is wanted" in done.stderr
        assert "left out, because nobody says anything of it: options, risk" in done.stderr

    def test_with_words_strict_and_an_annex_it_is_written(self, tmp_path):
        """The annex's title is in the file."""
        out = tmp_path / "out.docx"
        done = run(
            "report", EXAMPLES / "rift-house.toml", "--paper", RIFT_PAPER, "--strict", "--annex", "-o", out
        )
        assert (0, f"Wrote {out}.\n") == (done.exit_code, done.stdout)
        assert "Annex: Check sheet" in lines(out.read_bytes())

    def test_strict_writes_nothing_where_something_is_left(self, tmp_path):
        """The status is 3."""
        done = run("report", EXAMPLES / "rift-house.toml", "--strict", "-o", tmp_path / "out.docx")
        assert 3 == done.exit_code
        assert "no report, because its words under [paper] are incomplete" in done.stderr
        assert [] == list(tmp_path.iterdir())

    def test_the_words_are_never_overwritten(self, tmp_path):
        """Not even with --force."""
        paper = tmp_path / "paper.docx"
        shutil.copy(RIFT_PAPER, paper)
        done = run("report", EXAMPLES / "rift-house.toml", "--paper", paper, "-o", paper, "--force")
        assert 2 == done.exit_code
        assert RIFT_PAPER.read_bytes() == paper.read_bytes()

    def test_new_writes_the_blank_and_report_takes_it(self, tmp_path):
        """With what the proposal and the house style know."""
        paper, out = tmp_path / "paper.toml", tmp_path / "out.docx"
        house = EXAMPLES / "house-styles" / "committee.toml"
        done = run("new", "--paper", "--from", EXAMPLES / "rift-house.toml", "--house", house, "-o", paper)
        assert (0, f"Wrote {paper}.\n") == (done.exit_code, done.output)
        assert 'committee = "Children’s Services Committee"' in paper.read_text("utf-8")
        assert 0 == run("report", EXAMPLES / "rift-house.toml", "--paper", paper, "-o", out).exit_code

    def test_a_house_style_goes_with_the_paper(self):
        """A proposal has no use for one."""
        assert 2 == run("new", "--category", "community", "--house", STYLES[0]).exit_code


def test_the_same_words_are_the_same_bytes():
    """And the file is whole."""
    first, second = (governance.report(RIFT_HOUSE, paper=RIFT_PAPER, annex=True) for _ in range(2))
    assert first == second
    assert io.BytesIO(first).read(2) == b"PK"


def test_an_unknown_form_is_refused():
    """With the forms there are."""
    with pytest.raises(governance.ArgumentError, match="short"):
        report([RIFT_HOUSE], form="brief")
