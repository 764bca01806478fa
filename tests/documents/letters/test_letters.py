"""Letters to the chair: the answer first, the boards as one table, the law in a note, and nothing of our own keys."""

import datetime
import itertools
from pathlib import Path

import attrs
import pytest
from openxml_audit import OpenXmlValidator

import governance
from governance.documents.letters import letter_of
from governance.documents.letters.letter import document
from governance.documents.word.blocks import Clauses, Heading, Paragraph, Table, plain
from governance.errors import ArgumentError, CannotTellError

EXAMPLES = Path(__file__).parents[3] / "examples"
EVERY = sorted(
    path for folder in (".", "unlawful", "doubtful") for path in (EXAMPLES / folder).glob("*.toml")
)
TODAY = datetime.date(2026, 11, 29)
SENDER = "Governor Services, Hartlepool Borough Council"
AIDED = governance.load(EXAMPLES / "unlawful" / "voluntary-aided-of-ten.toml")
UNIT = governance.load(EXAMPLES / "pupil-referral-unit.toml")


def made(answer, proposal=None, **more):
    return document(letter_of(answer, proposal, **more), dated=TODAY, sender=SENDER)


def lines(letter):
    """Every text of a letter, in the order in which it is read."""
    for block in letter.blocks:
        match block:
            case Clauses(clauses):
                yield from (plain(clause.text) for clause in clauses)
            case Table():
                yield from (plain(column.heading) for column in block.columns)
                yield from (plain(cell) for row in block.rows for cell in row)
            case _:
                yield plain(block.text)


def first_sentence(letter):
    subject = next(place for place, block in enumerate(letter.blocks) if isinstance(block, Heading))
    return plain(letter.blocks[subject + 1].text).partition(". ")[0]


def under(letter, title):
    """The texts between one heading and the next."""
    after = itertools.dropwhile(
        lambda block: not (isinstance(block, Heading) and plain(block.text) == title), letter.blocks
    )
    next(after)
    part = itertools.takewhile(lambda block: not isinstance(block, Heading), after)
    return list(lines(attrs.evolve(letter, blocks=(Heading(title, level=1), *part))))[1:]


def tables(letter):
    return [
        [
            tuple(plain(column.heading) for column in block.columns),
            *(tuple(map(plain, row)) for row in block.rows),
        ]
        for block in letter.blocks
        if isinstance(block, Table)
    ]


def answers(proposal):
    """Each answer on a proposal that can be sent."""
    yield governance.check(proposal)
    for ask in (governance.repair, governance.unknowns):
        try:
            yield ask(proposal)
        except CannotTellError:
            continue


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_every_answer_on_every_example(path):
    """No key of a proposal file stands in a letter, and each citation is one of the check or of the proof."""
    proposal = governance.load(path)
    if not proposal.seats.counts():
        return
    for answer in answers(proposal):
        letter = letter_of(answer, proposal)
        said = list(lines(document(letter, dated=TODAY, sender=SENDER)))
        assert not [line for line in said if "[[" in line or " under [" in line or ".toml" in line]
        wrong = [line for line in said if line.endswith("..") or ". ." in line or ".)." in line]
        assert not [line for line in wrong if "etc" not in line]
        known = {rule.citation for rule in governance.law.book_for(proposal, letter.on).rules}
        assert {one.citation for one in letter.provisions} <= known


def test_a_letter_names_the_office_the_school_the_day_and_the_sender():
    """No person."""
    letter = made(governance.check(AIDED), AIDED)
    said = list(lines(letter))
    assert [
        "To the chair of governors, St Mary’s Church of England Primary School",
        "29 November 2026",
    ] == said[:2]
    assert f"Yours sincerely\n{SENDER}" in said


def test_what_is_not_given_has_a_marked_place():
    """The day and the sender."""
    said = list(lines(document(letter_of(governance.check(AIDED), AIDED))))
    assert "[date of the letter]" in said
    assert "Yours sincerely\n[office of the sender]" in said


def test_the_nearest_boards_are_one_table():
    """What all boards have is said once; the board proposed stands first."""
    letter = made(governance.repair(AIDED, most=2), AIDED)
    assert (
        "The proposed governing body of 10 governors is unlawful; 2 lawful boards are near to it"
        == first_sentence(letter)
    )
    ((heads, *rows),) = tables(letter)
    assert ("Proposed", "10") == (rows[0][0], rows[0][-1])
    assert ["1", "2"] == [row[0] for row in rows[1:]]
    assert all(sum(map(int, row[1:-1])) <= int(row[-1]) for row in rows)
    assert "Total" == heads[-1]
    assert any(line.startswith("Each of these boards has ") for line in lines(letter))
    assert any(line.startswith("Board 1: 2 foundation governors more") for line in lines(letter))


def test_a_column_is_left_out_where_all_boards_are_the_same():
    """A table for choosing shows what there is to choose."""
    for ours, *rows in tables(made(governance.repair(AIDED), AIDED)):
        assert all(len(set(column)) > 1 for column in zip(*rows, strict=True))
        assert len(ours) == len(set(ours))


def test_a_wish_that_cannot_be_met():
    """What can be had stands before the proof."""
    letter = made(governance.repair(AIDED, total=11), AIDED)
    assert "No lawful board has all that you ask for" == first_sentence(letter)
    assert ["A total of 12 instead of a total of 11."] == under(letter, "What can be had instead")[1:]
    assert "So the total is always even; 11 is not." in under(letter, "Why, step by step")
    assert any(line.startswith("SI 2012/1034 reg 14(4): ") for line in under(letter, "Note: the law"))


def test_every_lawful_board():
    """The name of the school is given beside; the law is named once where several provisions are cited."""
    found = governance.options("voluntary aided", on="2025-09-01", wanted={"total": "12..16", "parent": 3})
    letter = made(found, school="St Mary's")
    assert "2 lawful boards are as you ask" == first_sentence(letter)
    assert [("1", "0", "8", "14", "0"), ("2", "1", "9", "16", "1")] == tables(letter)[0][1:]
    note = under(letter, "Note: the law")
    assert any(line.startswith("SI 2012/1034 reg 13(3)(a), reg 13(3)(b)") for line in note)


def test_more_boards_than_anybody_chooses_from():
    """The letter says how many it leaves out."""
    found = governance.options("community", on="2025-09-01")
    letter = made(found)
    ((_, *rows),) = tables(letter)
    (said,) = [line for line in lines(letter) if line.startswith("The table gives the ")]
    assert f"{len(found.boards) - len(rows)} more are lawful" in said
    assert 0 < len(rows) < len(found.boards)


def test_a_wish_for_a_kind_of_school_that_cannot_be_met():
    """The answer on options says so, too."""
    letter = made(governance.options("voluntary controlled", on="2025-09-01", wanted={"total": 7}))
    assert "No lawful board has all that you ask for" == first_sentence(letter)
    assert under(letter, "What can be had instead")


def test_what_is_still_open():
    """Questions first, and then each way in which it may turn out."""
    proposal = governance.load(EXAMPLES / "doubtful" / "seats-not-settled.toml")
    letter = made(governance.unknowns(proposal), proposal)
    assert "Whether the proposed governing body is lawful depends on what is still open" == first_sentence(
        letter
    )
    asked = under(letter, "What we ask you to settle, the most telling first")
    assert "How many foundation governors are there to be?" == asked[0]
    assert "Does the school have a foundation, and is it a qualifying foundation school?" in asked
    ((_, *rows),) = tables(letter)
    assert 3 == len(rows)
    assert "Lawful only with 8 to 9 foundation governors" in rows[-1][1]


def test_a_returned_draft_says_what_to_change_in_order():
    """Each with its provision; then boards that would do."""
    proposal = governance.load(EXAMPLES / "unlawful" / "too-small.toml")
    letter = made(governance.check(proposal), proposal)
    assert first_sentence(letter).startswith("We return the draft, because it does not comply with the law")
    (change,) = under(letter, "What to change")
    assert change.startswith(
        "6 seats; the least is 7 (SI 2012/1034 reg 13(2)). The smallest change: 3 parent"
    )
    assert tables(letter)


def test_of_two_changes_to_the_same_seats_a_returned_draft_names_the_one_that_mends_both():
    """The Regulations want two foundation governors more than others, and the Act one."""
    proposal = governance.load(EXAMPLES / "unlawful" / "voluntary-aided-of-ten.toml")
    changes = under(made(governance.check(proposal), proposal), "What to change")
    smallest = [change for change in changes if "The smallest change" in change]
    assert ["Education Act 2002" in change for change in changes] == [False, True]
    assert [changes[0]] == smallest
    assert "7 foundation governors instead of 5" in smallest[0]


def test_a_lawful_draft_is_not_returned():
    """And no board is offered in its place."""
    proposal = governance.load(EXAMPLES / "rift-house.toml")
    letter = made(governance.check(proposal), proposal)
    assert first_sentence(letter).startswith("The draft is lawful")
    assert not tables(letter)


def test_what_could_not_be_read():
    """A draft that contradicts itself is not called lawful as it stands."""
    proposal = governance.load(EXAMPLES / "rift-house.toml")
    letter = made(governance.check(proposal), proposal, unread=["The list gives parent governors twice"])
    assert first_sentence(letter).endswith("but some of it is to be made clear")
    assert ["The list gives parent governors twice."] == under(letter, "What to make clear")


def test_a_unit_has_a_committee_of_members():
    """Its letter goes to the chair of the management committee."""
    letter = made(governance.repair(UNIT, total=30), UNIT)
    said = " ".join(lines(letter))
    assert "To the chair of the management committee, " in said
    assert "governors" not in said.replace("School Governance", "")


def test_the_same_answer_is_the_same_bytes_and_valid():
    """A letter is a Word file."""
    one, two = (governance.letter(governance.check(AIDED), AIDED, dated="2026-11-29") for _ in range(2))
    assert one == two


def test_it_is_a_valid_word_file(tmp_path):
    """By the rules of the format."""
    path = tmp_path / "letter.docx"
    path.write_bytes(governance.letter(governance.repair(AIDED), AIDED, dated=TODAY, sender=SENDER))
    result = OpenXmlValidator().validate(path)
    assert result.is_valid, result.errors


def test_what_is_no_answer():
    """A function says what it takes."""
    with pytest.raises(ArgumentError, match="A letter takes an answer"):
        governance.letter("lawful", AIDED)
    with pytest.raises(ArgumentError, match="takes a Proposal"):
        governance.letter(governance.check(AIDED))


def test_paragraphs_are_never_blank():
    """An answer without a school's name still says to whom it goes."""
    letter = made(governance.options("community", on="2025-09-01", wanted={"total": 7}))
    assert isinstance(letter.blocks[0], Paragraph)
    assert "To the chair of governors" == plain(letter.blocks[0].text)
