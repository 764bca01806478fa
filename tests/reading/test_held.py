"""Our own Word files come back as they were, and as they were edited; what was rewritten around a fact is a doubt."""

import datetime
import io
import re
import subprocess
import zipfile

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from instruments import words
from lawful import TEMPLATES, stated, template
from templates import council

import governance
from governance.documents.template import read_template
from governance.errors import GovernanceError
from governance.files.pdf import office
from governance.model.names import UNKNOWN
from governance.reading.held import APPENDIX_ALONE, CHANGED, EMPTY
from governance.reading.intake.facts import MOST_CONTROLS
from governance.reading.intake.intake import transcribe_bytes, transcribe_text
from governance.reading.understand import understand

NAMES = (
    "Mt. Pleasant School",
    "Bournemouth, Christchurch and Poole Council",
    "Osier Academies Trust Ltd.",
    "“Fern” School",
    "Fern [Lower] School",
    "Rowan; Osier & Elm School (a) and (b)",
    "The governing body consists of 3 parent governors",
    "Welsh Academy of Wales, made on 1 May 2001",
    "The Bishop's School, a voluntary aided school in respect of No. 7, High St.",
    "[...]",
    "No body of 2  spaces",
)
ETHOS = (
    "The school keeps faith (a) with its pupils; (b) with its parish.",
    "There are 2 parent governors in every good school, no. 1 said.\nThe total number of governors is 90.",
    "The ethos is: truth, and nothing else [...]",
)
FREE = {
    "school": ("name",),
    "instrument": ("governing_body", "made_by", "nominating_body"),
    "foundation": ("trust_deed", "name"),
}
OF_FOUNDATION = {
    "appointers": ("by", "basis"),
    "ex_officio": ("office", "removal_requested_by", "substitute_appointed_by"),
}
HOUSE = "rift-house"


def read(data):
    return understand(transcribe_bytes(data, source="draft.docx"))


def of(understood, field):
    """The evidence for a field."""
    return next((one for one in understood.evidence if one.field == field), None)


def changed(data, *pairs):
    """A Word file with each pattern in its body replaced, which must be there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            if name == "word/document.xml":
                for pattern, by in pairs:
                    part, count = re.subn(pattern, by, part, flags=re.DOTALL)
                    assert count
            new.writestr(name, part)
    return out.getvalue()


def held(key, text):
    """Put other words into each control of a key."""
    return (
        rf'(<w:tag w:val="{re.escape(key)}"/>.{{0,150}}?<w:t xml:space="preserve">)[^<]*',
        rf"\g<1>{text}",
    )


def after(text):
    """Put a paragraph at the end."""
    return ("<w:sectPr>", f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:sectPr>")


@pytest.fixture(scope="module")
def house():
    return governance.draft(governance.parse(template(HOUSE)))


@st.composite
def hostile(draw):
    """A proposal of any kind with words in it that look like an instrument's own."""
    data = {key: _copy(value) for key, value in template(draw(st.sampled_from(TEMPLATES))).items()}
    tables = [(data.get(name, {}), keys) for name, keys in FREE.items()]
    tables += [(one, ("name",)) for one in data.get("schools", ())]
    for name, keys in OF_FOUNDATION.items():
        tables += [(one, keys) for one in data.get("foundation", {}).get(name, ())]
    for table, keys in tables:
        for key in keys:
            if key in table:
                table[key] = draw(st.sampled_from(NAMES))
    for table, key in [
        (data.get("ethos", {}), "description"),
        *((one, "ethos") for one in data.get("schools", ())),
    ]:
        if key in table:
            table[key] = draw(st.sampled_from(ETHOS))
    return data


def _copy(value):
    if isinstance(value, dict):
        return {key: _copy(one) for key, one in value.items()}
    return [_copy(one) for one in value] if isinstance(value, list) else value


def parsed(data):
    """The proposal, or None where two appointers came to be called alike, or the like."""
    try:
        proposal = governance.parse(data)
        return proposal, governance.draft(proposal, anyway=True)
    except GovernanceError:
        return None


class TestAsDrafted:
    """Every field is equal to the proposal's, and nothing is in doubt that the instrument says."""

    @settings(max_examples=60)
    @given(hostile())
    def test_word(self, data):
        """Through the bytes of the Word file."""
        if (made := parsed(data)) is not None:
            understood = read(made[1])
            assert attrs.asdict(stated(made[0])) == attrs.asdict(stated(understood.proposal()))
            assert not [one for one in understood.evidence if one.sure == "conflict"]

    def test_libreoffice(self, tmp_path):
        """As LibreOffice opens it and saves it again, for each kind."""
        made = {stem: _hostile_of(stem) for stem in TEMPLATES}
        for stem, (_, data) in made.items():
            (tmp_path / f"{stem}.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        files = [str(tmp_path / f"{stem}.docx") for stem in made]
        command = [
            office(),
            profile,
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            str(tmp_path / "again"),
        ]
        subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)
        for stem, (proposal, _) in made.items():
            understood = read((tmp_path / "again" / f"{stem}.docx").read_bytes())
            assert all(control.kept for control in understood.transcript.controls)
            assert attrs.asdict(stated(proposal)) == attrs.asdict(stated(understood.proposal()))

    def test_template(self):
        """In a council's own template."""
        proposal = governance.parse(template("voluntary-aided-church-of-england"))
        data = governance.draft(proposal, template=read_template(council()))
        understood = read(data)
        assert all(control.kept for control in understood.transcript.controls)
        assert attrs.asdict(stated(proposal)) == attrs.asdict(stated(understood.proposal()))

    @pytest.mark.parametrize("stem", TEMPLATES)
    def test_report(self, stem):
        """From the appendix of a report, whose other words speak of other boards, too."""
        proposal = governance.parse(template(stem))
        understood = read(governance.report(proposal))
        assert attrs.asdict(stated(proposal)) == attrs.asdict(stated(understood.proposal()))
        assert APPENDIX_ALONE in understood.transcript.notes

    def test_report_on_several(self):
        """A report on several schools says whose facts are whose only to a person: none is stated."""
        several = [governance.parse(template(stem)) for stem in ("rift-house", "voluntary-aided")]
        told = of(read(governance.report(several)), "school.name")
        assert told is None or told.sure != "stated"

    def test_lines_within_a_fact(self):
        """An ethos of several lines is one fact, and no line of it tells of the board."""
        data = _copy(template("voluntary-aided-church-of-england"))
        data["ethos"]["description"] = (
            "Faith.\nThere are 5 parent governors.\nThe total number of governors is 90."
        )
        one = of(read(parsed(data)[1]), "ethos.description")
        assert (data["ethos"]["description"], "stated") == (one.value, one.sure)
        assert one.words
        assert (2, "stated") == (of(read(parsed(data)[1]), "seats.parent").value, "stated")

    def test_it_says_so(self, house):
        """That the controls were read is noted."""
        assert any("content controls" in note for note in read(house).transcript.notes)


def _hostile_of(stem):
    data = {key: _copy(value) for key, value in template(stem).items()}
    data["school"]["name"] = NAMES[len(stem) % len(NAMES)]
    return parsed(data)


class TestPlain:
    """`plain` leaves the controls out, and the same words stand there."""

    def test_no_controls(self, house):
        """Not one, and no word is changed."""
        plain = governance.draft(governance.parse(template(HOUSE)), plain=True)
        with zipfile.ZipFile(io.BytesIO(plain)) as file:
            assert b"w:sdt" not in file.read("word/document.xml")
        assert words(house) == words(plain)

    @settings(max_examples=40)
    @given(hostile())
    def test_nothing_stated_and_wrong(self, data):
        """By words alone a name is right or a doubt."""
        if (made := parsed(data)) is None:
            return
        right = stated(made[0])
        plain = governance.draft(made[0], anyway=True, plain=True)
        for transcript in (
            transcribe_bytes(plain, source="a.docx"),
            transcribe_text("\n".join(words(plain))),
        ):
            name = of(understand(transcript), "school.name")
            assert name is None or name.sure != "stated" or name.value == right.school.name


class TestEdited:
    """What somebody wrote into a control is taken as the field that it is."""

    @pytest.mark.parametrize("said", ["three", "3", "Three (3)"])
    def test_number(self, house, said):
        """In digits or in words."""
        understood = read(changed(house, held("seats.parent", said), held("seats.total", "13")))
        assert (3, "stated") == (of(understood, "seats.parent").value, of(understood, "seats.parent").sure)
        assert 13 == understood.proposal().seats.total

    @pytest.mark.parametrize(
        "said", ["the third day of March 2019", "3rd March 2019", "3/3/2019", "2019-03-03"]
    )
    def test_day(self, house, said):
        """In digits or in words."""
        made = of(read(changed(house, held("instrument.made_on", said))), "instrument.made_on")
        assert (datetime.date(2019, 3, 3), "stated") == (made.value, made.sure)

    def test_term(self, house):
        """A term of office."""
        assert (
            "3 years" == of(read(changed(house, held("terms.parent", "three years"))), "terms.parent").value
        )

    def test_one_for_several(self, house):
        """That the words are put right to a new number is no rewriting."""
        edits = held("seats.parent", "1"), (" parent governors</w:t>", " parent governor</w:t>")
        understood = read(changed(house, *edits, held("seats.total", "11")))
        assert (1, "stated") == (of(understood, "seats.parent").value, of(understood, "seats.parent").sure)

    def test_a_line_is_added(self, house):
        """A line without a control is read by its words."""
        line = "<w:p><w:r><w:t>two partnership governors.</w:t></w:r></w:p>"
        added = (r'(<w:tag w:val="seats.co_opted"/>.*?</w:p>)', rf"\1{line}")
        understood = read(changed(house, added, held("seats.total", "14")))
        assert (2, 7, 14) == tuple(
            of(understood, f"seats.{seat}").value for seat in ("partnership", "co_opted", "total")
        )

    def test_it_is_checked_as_any_proposal(self, house):
        """A number that no proposal may have is no number."""
        understood = read(changed(house, held("seats.parent", "-2")))
        assert UNKNOWN == understood.data["seats"]["parent"]


class TestDoubts:
    """What cannot be told is unknown, and says why."""

    def test_empty(self, house):
        """A control that nothing stands in."""
        one = of(read(changed(house, held("seats.parent", ""))), "seats.parent")
        assert (UNKNOWN, EMPTY) == (one.value, one.because)

    def test_not_a_number(self, house):
        """What is no number is quoted."""
        one = of(read(changed(house, held("seats.parent", "several"))), "seats.parent")
        assert UNKNOWN == one.value
        assert "several" in one.because

    def test_another_category(self, house):
        """The line of the control now names another category."""
        understood = read(changed(house, (" parent governors</w:t>", " staff governors</w:t>")))
        assert (UNKNOWN, CHANGED) == (
            of(understood, "seats.parent").value,
            of(understood, "seats.parent").because,
        )
        assert UNKNOWN == of(understood, "seats.staff").value

    def test_two_controls(self, house):
        """Two of one key that say different things."""
        title = (r'(w:val="Subtitle".{0,300}?preserve">)[^<]*', r"\g<1>Elm School")
        understood = read(changed(house, title))
        assert "conflict" == of(understood, "school.name").sure
        assert any(remark.kind == "conflict" for remark in understood.remarks)

    def test_the_total(self, house):
        """Seats that do not come to the total are not stated."""
        understood = read(changed(house, held("seats.parent", "3")))
        assert "stated" != of(understood, "seats.parent").sure

    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ("There are 5 parent governors.", "seats.parent"),
            ("The number of parent governors is 4.", "seats.parent"),
            ("5 of the governors are parents.", "seats.parent"),
            ("The total number of governors is 15.", "seats.total"),
            ("The school is a voluntary aided school.", "school.category"),
            ("The term of office of parent governors is 3 years.", "terms.parent"),
            ("The name of the school is Elm School.", "school.name"),
        ],
    )
    def test_words_outside(self, house, said, field):
        """A line that says otherwise."""
        one = of(read(changed(house, after(said))), field)
        assert "conflict" == one.sure
        assert said in one.because

    def test_the_same_outside(self, house):
        """A line that says the same is no doubt."""
        one = of(read(changed(house, after("There are 2 parent governors."))), "seats.parent")
        assert (2, "stated") == (one.value, one.sure)

    def test_the_line_of_a_name(self, house):
        """Rewritten so that the words do not tell what it is."""
        lines = (
            r'<w:t xml:space="preserve">The name of the governing body is </w:t>',
            "<w:t>We met in </w:t>",
        )
        one = of(read(changed(house, lines)), "instrument.governing_body")
        assert one.sure != "stated"


class TestHostile:
    """Controls made to mislead or to take long."""

    def test_unknown_keys(self, house):
        """What is no key of ours is words as any other."""
        other = changed(house, ("seats\\.parent", "seats.pope"))
        assert 2 == of(read(other), "seats.parent").value
        assert not [one for one in read(other).evidence if "pope" in one.field]

    def test_huge_tag(self, house):
        """A key as long as a book is none."""
        other = changed(
            house, ('<w:tag w:val="seats.parent"/>', f'<w:tag w:val="seats.parent{"x" * 100_000}"/>')
        )
        assert 2 == of(read(other), "seats.parent").value

    def test_nested(self, house):
        """The outermost counts."""
        inner = '<w:sdt><w:sdtPr><w:tag w:val="seats.staff"/></w:sdtPr><w:sdtContent>'
        deep = inner * 20 + "<w:r><w:t>2</w:t></w:r>" + "</w:sdtContent></w:sdt>" * 20
        other = changed(
            house,
            (r'(<w:tag w:val="seats.parent"/>.{0,90}?<w:sdtContent>).*?(</w:sdtContent>)', rf"\1{deep}\2"),
        )
        understood = read(other)
        assert (2, 1) == tuple(of(understood, f"seats.{seat}").value for seat in ("parent", "staff"))

    @pytest.mark.parametrize("number", [MOST_CONTROLS - 100, 5 * MOST_CONTROLS])
    def test_thousands(self, house, number):
        """Many are read, and too many as words."""
        one = '<w:sdt><w:sdtPr><w:tag w:val="seats.parent"/></w:sdtPr><w:sdtContent><w:r><w:t>9 </w:t></w:r></w:sdtContent></w:sdt>'
        other = changed(house, ("<w:sectPr>", f"<w:p>{one * number}</w:p><w:sectPr>"))
        understood = read(other)
        assert bool(understood.transcript.controls) is (number < MOST_CONTROLS)
        if number < MOST_CONTROLS:
            assert "conflict" == of(understood, "seats.parent").sure

    def test_prompt(self, house):
        """A place that shows its prompt is empty."""
        other = changed(house, ('(<w:tag w:val="seats.parent"/>)', r"\1<w:showingPlcHdr/>"))
        assert UNKNOWN == of(read(other), "seats.parent").value

    def test_deleted(self, house):
        """A control in a tracked deletion is not there."""
        other = changed(
            house,
            (
                r'(<w:sdt>(?:(?!<w:sdt>).)*?<w:tag w:val="terms.parent"/>.*?</w:sdt>)',
                r'<w:del w:id="1">\1</w:del>',
            ),
        )
        assert of(read(other), "terms.parent") is None
