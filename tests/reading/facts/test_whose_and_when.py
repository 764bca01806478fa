"""Who appoints foundation governors, which offices carry a seat, terms of office, and the days of the instrument."""

import tomllib
from pathlib import Path

import pytest
from corpus.judge import plain

from governance.model.term import Term
from governance.reading.facts.dates import calendar
from governance.reading.facts.foundation import foundation_evidence, foundation_side
from governance.reading.facts.terms import terms
from governance.reading.intake.intake import transcribe_text
from governance.reading.text.passages import passages
from governance.reading.understand import understand

WRITTEN = tomllib.loads(Path(__file__).with_suffix(".toml").with_stem("whose_and_when").read_text("utf-8"))
DOCUMENTS = WRITTEN["document"]
BOARD = "4. The governing body shall consist of:\n(a) 2 parent governors\n(b) 1 local authority governor\n(c) 1 staff governor\n(d) the head teacher\n(e) 7 foundation governors\n5. Total number of governors: 12\n"


def told(data):
    """What was read, as the truth of a document has it."""
    foundation, instrument = data.get("foundation", {}), data.get("instrument", {})
    offices = foundation.get("ex_officio", ())
    found = {
        "appointers": [[plain(one["by"]), one["number"]] for one in foundation.get("appointers", ())],
        "ex_officio": [plain(one["office"]) for one in offices],
        "substitute": [
            plain(one["substitute_appointed_by"]) for one in offices if "substitute_appointed_by" in one
        ],
        "terms": {whose: Term.parse(str(term)) for whose, term in data.get("terms", {}).items()},
    }
    return {key: value for key, value in found.items() if value} | {
        key: instrument[key] for key in ("made_on", "effective_on") if key in instrument
    }


def right(truth):
    """The truth of a document, its names written alike."""
    found = dict(truth)
    for key in found.keys() & {"ex_officio", "substitute"}:
        found[key] = [plain(one) for one in found[key]]
    if "appointers" in found:
        found["appointers"] = [[plain(by), number] for by, number in found["appointers"]]
    if "terms" in found:
        found["terms"] = {whose: Term.parse(term) for whose, term in found["terms"].items()}
    return found


@pytest.mark.parametrize("clause", WRITTEN["clause"], ids=[one["text"][:60] for one in WRITTEN["clause"]])
def test_clauses(clause):
    """Who appoints the seven foundation governors of a board, and which offices are among them."""
    found = told(understand(transcribe_text(f"{BOARD}{clause['text']}")).data)
    truth = right({key: value for key, value in clause.items() if key != "text"})
    assert truth == {key: found[key] for key in ("appointers", "ex_officio") if key in found}


@pytest.mark.parametrize("document", DOCUMENTS, ids=[one["name"] for one in DOCUMENTS])
def test_documents(document):
    """Each says what it says, and nothing else; what is open is not stated."""
    understood = understand(transcribe_text(document["text"].strip()))
    truth = right(document["truth"])
    still_open = truth.pop("open", ())
    found = told(understood.data)
    assert {key: truth[key] for key in truth if key not in still_open} == {
        key: found[key] for key in found if key not in still_open
    }
    stated = {
        one.field.split(".")[1] for one in understood.evidence if one.sure == "stated" and "." in one.field
    }
    assert not stated & set(still_open)


def of_foundation(text, seats):
    read = passages(transcribe_text(text).lines)
    return [
        (one.field.removeprefix("foundation."), one.value, one.sure)
        for one in foundation_evidence(foundation_side(read), seats)
    ]


class TestSettled:
    """Who appoints comes to the foundation seats that go with no office, or is a doubt."""

    LIST = "Foundation governors are appointed as follows:\n2 by the Lea Trust\n1 by the Lea Deanery Synod"

    def test_the_sum(self):
        """All of them stated."""
        assert {"stated"} == {sure for _, _, sure in of_foundation(self.LIST, 3)}

    def test_no_seats_known(self):
        """Where there is no number of seats to come to, nothing is more than inferred."""
        assert {"inferred"} == {sure for _, _, sure in of_foundation(self.LIST, None)}

    @pytest.mark.parametrize("seats", [4, 5])
    def test_short_of_it(self, seats):
        """Somebody is missing, so nothing is stated."""
        assert {"inferred", "conflict"} == {sure for _, _, sure in of_foundation(self.LIST, seats)}

    def test_more_than_there_are(self):
        """What cannot all be is given, and not stated: a list is not parted so that some of it comes to the seats."""
        running = "We have governors: 2 foundation people put there by the Lea Trust"
        for text, seats in ((self.LIST, 2), (self.LIST, 1), (running, 1)):
            assert {"inferred", "conflict"} == {sure for _, _, sure in of_foundation(text, seats)}

    def test_an_office_in_the_number(self):
        """An office that is counted in the number is none of those who are appointed."""
        text = "Eight foundation governors (appointed by the Lea Trust) including the Dean of Lea"
        assert ("appointers.0.number", 7, "inferred") in of_foundation(text, 8)

    def test_the_rest(self):
        """One of whom no number is told appoints the rest."""
        text = "Two foundation governors are appointed by the Lea Trust. The remaining foundation governors are appointed by the Bishop of Lea."
        assert ("appointers.1.number", 3, "inferred") in of_foundation(text, 5)

    def test_a_number_of_a_regulation(self):
        """Only a line that begins with a number shares out what one appoints."""
        one = "The foundation governors are appointed by the Bishop of Lea."
        text = f"{one}\nA governor may be removed under Regulations 23(2) and 25 after 14 days' notice."
        assert of_foundation(one, 3) == of_foundation(text, 3) != []

    def test_told_twice(self):
        """The same said in a list and in running words is one."""
        text = f"There are three foundation governors: two appointed by the Lea Trust and one by the Lea Deanery Synod.\n{self.LIST}"
        assert [2, 1] == [value for field, value, _ in of_foundation(text, 3) if field.endswith("number")]

    @pytest.mark.parametrize(
        "line",
        [
            "Up to 2 foundation governors may be appointed by the Lea Trust",
            "No foundation governor is appointed by the Lea Trust",
            "3 foundation governors and 2 parents elected by the parents",
            "The foundation governors are appointed by the governing body",
            "2 foundation governors; 1 governor nominated by Lea County Council",
        ],
    )
    def test_nobody(self, line):
        """A limit, a denial and other categories give nobody."""
        assert [] == of_foundation(line, 3)


class TestOfNoInstrument:
    """Days and lengths of time that are of something else."""

    @pytest.mark.parametrize(
        "text",
        [
            "The meeting was held on 4 May 2015.",
            "The appointment was made on 4 May 2015.",
            "Her term of office began on 4 May 2015.",
            "Mrs A was appointed to the governing body from 4 May 2015.",
            "It replaces the instrument that had effect from 4 May 2015.",
            "The instrument of Hill School takes effect on 4 May 2015.\nThe instrument of Mill School was asked for.",
        ],
    )
    def test_days(self, text):
        """None of the instrument is taken from them."""
        found, _ = calendar(passages(transcribe_text(text).lines))
        assert not {"instrument.made_on", "instrument.effective_on"} & {one.field for one in found}

    @pytest.mark.parametrize(
        "text",
        [
            "The chair serves for one year.",
            "There may be associate members. They serve for a year.",
            "Mrs A was elected to serve for four years.",
            "A governor who misses meetings for six months loses office after a term of notice.",
            "The head teacher holds office for four years.",
        ],
    )
    def test_terms(self, text):
        """No governor's term is taken from them."""
        assert [] == terms(passages(transcribe_text(text).lines))


class TestOthers:
    """A term of all but some, and one beside what is said of others."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Governors other than the headteachers hold office for a term of 4 years.", {"all": "4 years"}),
            (
                "A governor other than the vicar and the head teacher holds office for 3 years.",
                {"all": "3 years"},
            ),
            ("Governors other than parent governors hold office for four years.", {}),
            ("Governors serve for four years; the chair is elected every year.", {"all": "4 years"}),
            ("The chair is elected by the governors, to serve for one year.", {}),
            (
                "The term of parent governors is four years. Staff governors, two years.",
                {"parent": "4 years", "staff": "2 years"},
            ),
            (
                "The term is four years. Parent governors must have had a child here for two years.",
                {"all": "4 years"},
            ),
            (
                "Term of office: 4 years for parents, staff and the LA governor; 3 years for foundation governors.",
                {
                    "parent": "4 years",
                    "staff": "4 years",
                    "local_authority": "4 years",
                    "foundation": "3 years",
                },
            ),
            (
                "Parent governors serve for four years, as do all other governors.",
                {"parent": "4 years", "all": "4 years"},
            ),
            (
                "Parents serve for 4 years, as do staff governors, and co-opted governors for 3 years.",
                {"parent": "4 years", "staff": "4 years", "co_opted": "3 years"},
            ),
            ("A parent governor serves 4 years, and the clerk and staff attend.", {"parent": "4 years"}),
            ("Co-opted governors 6 Each governor serves for four years", {"all": "4 years"}),
            ("Parent governors are elected by the parents. They serve for 3 years.", {"parent": "3 years"}),
            ("Governors appointed by the Trust hold office for 3 years.", {}),
            ("They serve from one to four years.", {}),
            ("They serve between one and four years.", {}),
            (
                "How long each kind of governor serves:\n\nparent governors - 4 years\n\nstaff governor - 2 years",
                {"parent": "4 years", "staff": "2 years"},
            ),
        ],
    )
    def test_terms(self, text, expected):
        """Whose term it is."""
        found = terms(passages(transcribe_text(text).lines))
        assert expected == {one.field.removeprefix("terms."): one.value for one in found}


HOSTILE = """The governing body consists of 2 parent governors, 1 staff governor, the head teacher and 4 foundation governors.
The foundation governors, other than any who are ex officio, are appointed as follows: 2 foundation governors by the Hill Trust.
The holders of the following offices are foundation governors ex officio:
(a) 3 Rivers School; and
(b) the Rural Dean of Northtown.
A substitute governor, where an ex officio foundation governor is unable to act, may be appointed:
(a) in the case of 3 Rivers School, by the Archdeacon of Northtown; and
(b) in the case of the Rural Dean of Northtown, by the Bishop of Northshire.
"""


def test_a_power_over_an_office_that_was_not_understood():
    """Whose substitute it is rests on which office is which: where one was not read, nothing is stated of another."""
    evidence = {one.field: one for one in understand(transcribe_text(HOSTILE)).evidence}
    office = evidence["foundation.ex_officio.0.office"]
    power = evidence["foundation.ex_officio.0.substitute_appointed_by"]
    assert ("the Rural Dean of Northtown", "inferred") == (office.value, power.sure)
