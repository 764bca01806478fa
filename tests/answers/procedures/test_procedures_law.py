"""Procedures rest on `rules/`: every citation is to a paragraph listed there, and no number is Python's own."""

import ast
import datetime
import itertools
import re
from pathlib import Path

import pytest
from procedure_facts import DAY, words

from governance.answers import procedures
from governance.cli.steps import steps
from governance.errors import CannotTellError, LawError
from governance.law.library import library
from governance.law.provision import cite
from governance.law.store.loader import load_instrument
from governance.letters.procedure import letter
from governance.model import School
from governance.model.names import CATEGORIES, SEATS

FOLDER = Path(procedures.__file__).parent
CLAUSES = FOLDER.parents[1] / "documents" / "instrument" / "clauses"
PUBLICATION = FOLDER.parents[1] / "people" / "publication.py"
DAYS = [datetime.date(year, 10, 1) for year in range(2007, 2023)]
SEVERAL = tuple(seat for seat in SEATS if seat != "head_teacher")
CALLS = {
    "copies": procedures.copies,
    "change of category": procedures.change_of_category,
    "ending majority": procedures.ending_majority,
    "new school": procedures.new_school,
    "dissolving": procedures.dissolving,
    **{
        f"leaving {schools}": lambda day, n=schools: procedures.leaving_federation(day, schools=n)
        for schools in (2, 3)
    },
    **{
        f"discontinuance {left}": lambda day, n=left: procedures.discontinuance(day, schools_left=n)
        for left in (1, 2)
    },
    **{
        f"surplus {cause} {older}": lambda day, c=cause, o=older: procedures.surplus(
            day, categories=SEVERAL, cause=c, older_instrument=o
        )
        for cause, older in itertools.product(procedures.CAUSES, (False, True))
    },
    **{
        f"removal {kind} {asked}": lambda day, k=kind, a=asked: procedures.removal(k, day, at_request=a)
        for kind, asked in itertools.product(procedures.REMOVABLE, (False, True))
    },
    **{
        f"{make.__name__} {category} {some}": lambda day, m=make, c=category, s=some: m(
            day, School(c), foundation_governors=s
        )
        for make, category, some in itertools.product(
            (procedures.making, procedures.variation, procedures.disagreement), CATEGORIES, (False, True)
        )
    },
    **{
        f"{join.__name__} {category}": lambda day, j=join, c=category: j(day, c)
        for join, category in itertools.product(
            (
                procedures.parent_appointment,
                procedures.parent_election,
                procedures.staff_election,
                procedures.local_authority_appointment,
                procedures.co_option,
                procedures.foundation_appointment,
                procedures.partnership_appointment,
            ),
            CATEGORIES,
        )
    },
    "partnership_appointment by religion": lambda day: procedures.partnership_appointment(
        day, "foundation", religious_character="Jewish"
    ),
    **{
        f"variation by the authority {category}": lambda day, c=category: procedures.variation(
            day, School(c), foundation_governors=True, proposed_by="local authority"
        )
        for category in CATEGORIES
    },
    **{
        f"{make.__name__} federation {federation}": lambda day, m=make, f=federation: m(day, federation=f)
        for make, federation in itertools.product(
            (
                procedures.meeting,
                procedures.chair_election,
                procedures.chair_removal,
                procedures.suspension,
                procedures.name_change,
            ),
            (False, True),
        )
    },
    "committee": procedures.committee,
    "discontinuance notice": procedures.discontinuance_notice,
    "forming federation": procedures.forming_federation,
    "copies unit": lambda day: procedures.copies(day, category="pupil referral unit"),
}
CITES = {volume.law.cite: volume.law for volume in library()}


def answers(call):
    """The answers on every day that has one."""
    for day in DAYS:
        try:
            yield call(day)
        except CannotTellError:
            continue


def listed(citation):
    """Whether a citation is to a paragraph that `rules/` lists, or to a part or the whole of one."""
    law = next(law for cite, law in CITES.items() if citation.startswith(f"{cite} "))
    para = re.sub(r"^(reg|s) ", "", citation.removeprefix(f"{law.cite} "))
    first = para.partition(" to ")[0]
    return any(
        one in (para, first)
        # The whole of a Schedule stands for those of its paragraphs that are not listed.
        or first.startswith((f"{one}(", f"{one} para "))
        or one.startswith((f"{first}(", f"{first} to"))
        for provision in law.provisions
        for one in (para.removeprefix("reg ") for para in provision.paras)
    )


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_every_step_is_cited_to_a_paragraph_of_the_rules(call):
    """On every day each step's citation is to what `rules/` lists, at its address."""
    for procedure in answers(call):
        for step in procedure.steps:
            assert listed(step.citation), step.citation
            assert re.match(r"https://www\.legislation\.gov\.uk/(uksi|ukpga|ukcm)/\d+/\d+/\w+/\w+$", step.url)


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_letters_and_json_say_the_same(call):
    """Every letter numbers its steps, cites each, keeps to its width and ends with the caution."""
    for procedure in answers(call):
        text, plain = letter(procedure), procedure.as_json()
        assert len(procedure.steps) == len(plain["steps"])
        assert all(step["citation"] in text for step in plain["steps"])
        assert text.endswith("follow the link to the source before relying on it.")
        assert all(len(line) <= 100 or "https://" in line for line in text.splitlines())


def test_every_kind_of_procedure_has_an_answer_today():
    """On a day of the law as it stands every procedure but the units' and the older bodies' answers."""
    silent = set()
    for name, call in CALLS.items():
        try:
            call(DAY)
        except CannotTellError:
            silent.add(name)
    told_of_no_such = ("foundation_appointment", "partnership_appointment")
    assert all(
        "pupil referral unit" in name
        or "federation" in name
        or "True" in name
        or name.startswith(told_of_no_such)
        for name in silent
    )


def told(procedure):
    """Everything a procedure says, with what its steps, its meetings and its advice are cited to."""
    said = [words(procedure), *(step.citation for step in procedure.steps)]
    for step in procedure.steps:
        said += [f"{rule.says} {rule.citation}" for rule in (step.meeting.rules if step.meeting else ())]
    return "\n".join([*said, *(f"{one.says} {one.citation}" for one in procedure.advice)])


TOLD = "\n".join(told(procedure) for call in CALLS.values() for procedure in answers(call))
PROMISES = [
    pytest.param(volume.law, provision, gap, id=f"{volume.folder} {gap.para}")
    for volume in library()
    for provision in volume.law.provisions
    for gap in provision.not_encoded
    if "`governance steps" in gap.why
]


@pytest.mark.parametrize(("law", "provision", "gap"), PROMISES)
def test_what_the_rules_say_is_told_is_told(law, provision, gap):
    """Each paragraph of which `rules/` says that `governance steps` tells it is cited by steps of some procedure."""
    citation = cite(law.cite, provision.number, gap.para)
    assert re.search(rf"{re.escape(citation)}(?![\w(])", TOLD), citation


@pytest.mark.parametrize(("law", "provision", "gap"), PROMISES)
def test_the_command_that_the_rules_name_is_there(law, provision, gap):
    """A command of `governance steps` that `rules/` names exists."""
    for name in re.findall(r"`governance steps ([a-z-]+)", gap.why):
        assert name in steps.commands, (law.id, provision.number, name)


def test_no_day_or_period_of_the_law_in_python():
    """No date is written in the procedures, and no whole number but those of counting and the calendar."""
    for file in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr != "date" or not node.args, file.name
            if isinstance(node, ast.Constant) and isinstance(node.value, int):
                allowed = {0, 1, 2, 3} | ({7} if file.name == "source.py" else set())
                allowed |= {100} if file.name == "letter.py" else set()
                assert node.value in allowed, (file.name, node.value)


SHAPES = {
    "a number": ('value = 3\nunit = "months"', True),
    "a share": ('value = "1/3"\nunit = "of the governors"', True),
    "neither": ("", True),
    "no unit": ("value = 3", False),
    "no number": ('unit = "months"', False),
    "no such unit": ('value = 3\nunit = "fortnights"', False),
    "not a number": ('value = "three"\nunit = "months"', False),
}


class TestFootings:
    """What a step rests on stands in `rules/`, with a number and a unit or with neither."""

    @pytest.mark.parametrize(("lines", "good"), SHAPES.values(), ids=SHAPES)
    def test_shape(self, tmp_path, lines, good):
        """A number has a unit, and a unit a number, of those known; all else is refused where it stands."""
        folder = tmp_path / "x"
        folder.mkdir()
        (folder / "instrument.toml").write_text(
            '[instrument]\nid = "uksi/2000/1"\ntitle = "X"\ncite = "SI 2000/1"\nfrom = 2007-05-25\n'
            'provisions = ["regulation/1"]\n'
        )
        (folder / "regulation-1.toml").write_text(
            '[provision]\ninstrument = "uksi/2000/1"\nnumber = "regulation/1"\ntitle = "X"\nparas = ["1"]\n'
            'compared = 2026-11-22\nagainst = "x"\n\n[[not_encoded]]\npara = "1"\nwhy = "x"\n\n'
            f'[[footing]]\nid = "X-1"\npara = "1"\nfrom = 2008-01-01\nsays = "x"\n{lines}\n'
        )
        if not good:
            with pytest.raises(LawError, match="footing X-1"):
                load_instrument("x", root=tmp_path)
            return
        law = load_instrument("x", root=tmp_path)
        assert law.footing("X-1", datetime.date(2007, 12, 31)) is None
        assert law.footing("X-1", datetime.date(2008, 1, 1)) is not None

    def test_a_reading_that_is_not_there(self, tmp_path):
        """A footing that turns on a reading which its file does not have is refused, and one that has it is not."""
        folder = tmp_path / "x"
        folder.mkdir()
        (folder / "instrument.toml").write_text(
            '[instrument]\nid = "uksi/2000/1"\ntitle = "X"\ncite = "SI 2000/1"\nfrom = 2007-05-25\n'
            'provisions = ["regulation/1"]\n'
        )
        reading = (
            '[[reading]]\nid = "y"\npara = "1"\ndoubt = "x"\ntaken = "x"\nother = "x"\nstricter = "taken"\n'
        )
        text = (
            '[provision]\ninstrument = "uksi/2000/1"\nnumber = "regulation/1"\ntitle = "X"\nparas = ["1"]\n'
            'compared = 2026-11-22\nagainst = "x"\n\n[[not_encoded]]\npara = "1"\nwhy = "x"\n\n'
            '[[footing]]\nid = "X-1"\npara = "1"\nfrom = 2008-01-01\nsays = "x"\nreading = "y"\n'
        )
        (folder / "regulation-1.toml").write_text(text)
        with pytest.raises(LawError, match=r"footing X-1\.reading"):
            load_instrument("x", root=tmp_path)
        other = tmp_path / "z"
        folder.rename(other)
        (other / "regulation-1.toml").write_text(f"{text}\n{reading}")
        assert "y" == load_instrument("z", root=tmp_path).provisions[0].footings[0].reading

    def test_every_footing_is_stepped_on(self):
        """No footing stands in `rules/` that no procedure, no clause of an instrument and no paper rests on."""
        files = (*FOLDER.glob("*.py"), *CLAUSES.glob("*.py"), PUBLICATION)
        code = "".join(file.read_text(encoding="utf-8") for file in files)
        names = {
            footing.id
            for volume in library()
            for provision in volume.law.provisions
            for footing in provision.footings
        }
        assert {name for name in names if f'"{name}"' not in code} == set()
