"""The rule book: pages that anybody can read, that lead nowhere wrong and need nothing else."""

import datetime
import hashlib
import io
import itertools
from collections import Counter
from html.parser import HTMLParser

import attrs
import docx
import pytest

from governance.answers.consequences import Consequences, boards, consequences, runs
from governance.documents.book import Book, pages, write
from governance.documents.book.frame import framed
from governance.documents.book.html import tag
from governance.documents.book.provision import provision_page
from governance.documents.book.word import word_file
from governance.law.library import library
from governance.law.relation import parse
from governance.law.wording import CAUTION

DAY = datetime.date(2024, 9, 1)
VOID = {"meta", "link", "br", "hr"}


def provision_bytes(volume, provision):
    """Give the page of a provision, in the book of its instrument alone."""
    book = Book((volume,), DAY)
    return framed(book, provision_page(book, volume, provision))


class Page(HTMLParser):
    """A page as read by a machine: its elements in order, and those left open."""

    def __init__(self, data):
        super().__init__()
        self.elements, self.open, self.words, self.wrong = [], [], [], []
        self.feed(data.decode())

    def handle_starttag(self, name, attributes):
        """Note an element, and that it is open."""
        self.elements.append((name, dict(attributes), tuple(self.open)))
        if name not in VOID:
            self.open.append(name)

    def handle_startendtag(self, name, attributes):
        """Note an element that is closed at once."""
        self.elements.append((name, dict(attributes), tuple(self.open)))

    def handle_endtag(self, name):
        """Close the element that was opened last, and note where it is another."""
        if self.open.pop() != name:
            self.wrong.append(name)

    def handle_data(self, data):
        """Note the words."""
        self.words.append(data)

    def named(self, *names):
        """Give the attributes of every element of these names."""
        return [attributes for name, attributes, _ in self.elements if name in names]

    @property
    def ids(self):
        """Name every place on the page."""
        return [attributes["id"] for _, attributes, _ in self.elements if "id" in attributes]


@pytest.fixture(scope="module")
def book():
    """Every page of the book of a day, read."""
    return {name: Page(data) for name, data in pages(library(), DAY).items()}


class TestPages:
    """Every page is whole, and can be read by eye, by ear and on paper."""

    def test_well_formed(self, book):
        """Every element that is opened is closed, in its place."""
        assert {} == {name: page.wrong or page.open for name, page in book.items() if page.wrong or page.open}

    def test_language(self, book):
        """Every page says that it is in British English."""
        assert {"en-GB"} == {page.named("html")[0]["lang"] for page in book.values()}

    def test_headings(self, book):
        """There is one heading of level 1, it comes first, and no level is skipped."""
        for name, page in book.items():
            levels = [
                int(element[1]) for element, _, _ in page.elements if element in ("h1", "h2", "h3", "h4")
            ]
            skipped = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
            assert (1, 1, []) == (levels[0], levels.count(1), skipped), name

    def test_ids(self, book):
        """No two places on a page have the same name."""
        twice = {name: [i for i, n in Counter(page.ids).items() if n > 1] for name, page in book.items()}
        assert {} == {name: ids for name, ids in twice.items() if ids}

    def test_links(self, book):
        """Every link within the book leads to a page, and a place on it, that is there."""
        broken = []
        for name, page in book.items():
            for attributes in page.named("a"):
                target, _, place = attributes["href"].partition("#")
                if target.startswith("https://"):
                    continue
                other = book.get(target or name)
                if other is None or (place and place not in other.ids):
                    broken.append((name, attributes["href"]))
        assert [] == broken

    def test_tables(self, book):
        """Every table has a caption, and every heading of one says what it is the heading of."""
        for name, page in book.items():
            assert len(page.named("table")) == len(page.named("caption")), name
            assert {"col", "row"} >= {attributes.get("scope") for attributes in page.named("th")}, name

    def test_landmarks(self, book):
        """Every page has its header, main part and footer, and begins with a way past the first."""
        for page in book.values():
            assert (1, 1, 1) == tuple(len(page.named(name)) for name in ("header", "main", "footer"))
            assert page.named("nav")
            assert "#content" == page.named("a")[0]["href"]

    def test_alone(self, book):
        """A page runs nothing and fetches nothing."""
        for page in book.values():
            assert [] == page.named("script", "link", "img", "iframe", "object", "embed", "base", "form")
            keys = {key for _, attributes, _ in page.elements for key in attributes}
            assert set() == {key for key in keys if key.startswith("on") or key in ("src", "srcset", "style")}
            style = "".join(page.words[: page.words.index("Skip to the content")])
            assert ("url(" in style, "@import" in style) == (False, False)

    def test_caution(self, book):
        """Every page says that it is not legal advice."""
        assert [] == [name for name, page in book.items() if CAUTION not in page.words]

    def test_source(self):
        """The page of every provision links to it on legislation.gov.uk or where it was published."""
        for volume in library():
            for provision in volume.law.provisions:
                data = provision_bytes(volume, provision)
                assert provision.url in [attributes["href"] for attributes in Page(data).named("a")]

    def test_same_bytes(self):
        """The same law and day give the same bytes."""
        assert pages(library(), DAY) == pages(library(), DAY)

    def test_another_day(self):
        """Another day gives another book."""
        assert pages(library(), DAY)["index.html"] != pages(library(), DAY.replace(year=2016))["index.html"]


class TestProvision:
    """The page of a provision says all there is to say of it."""

    def test_everything(self):
        """Each rule, reading, reason and example of regulation 14 is on its page."""
        volume = next(volume for volume in library() if volume.folder == "constitution-2012")
        provision = next(one for one in volume.law.provisions if one.number == "regulation/14")
        words = " ".join(Page(provision_bytes(volume, provision)).words)
        said = [rule.says for rule in provision.rules]
        said += [rule.require.text for rule in provision.rules if rule.require]
        said += [text for one in provision.readings for text in (one.doubt, one.taken, one.other)]
        said += [gap.why for gap in provision.not_encoded]
        said += ["SI 2017/487 reg 2(2)"]
        said += [example.says for example in provision.examples]
        assert [] == [text for text in said if text not in words]

    @pytest.mark.parametrize(
        ("folder", "number", "said"),
        [
            ("federations-2012", "regulation/30", "FED-LEAVE-DECISION"),
            ("federations-2012", "regulation/21", "SI 2016/204 reg 3"),
            ("constitution-2012", "schedule/1", "At election, nomination or appointment only"),
            ("constitution-2012", "schedule/1", "parent governor appointed on 1 September 2020"),
            ("constitution-2012", "regulation/24A", "SI 2017/487 reg 2(3)"),
            ("federations-2012", "regulation/22", "Federation of 2 schools: voluntary controlled school"),
        ],
    )
    def test_particulars(self, folder, number, said):
        """Footings, what ended and brought in, when a rule bites, people and schools are on the page."""
        volume = next(volume for volume in library() if volume.folder == folder)
        provision = next(one for one in volume.law.provisions if one.number == number)
        words = " ".join(Page(provision_bytes(volume, provision)).words)
        assert said in words

    def test_escaped(self):
        """Whatever a file of the law says, a page shows it and does not run it."""
        volume = next(volume for volume in library() if volume.folder == "constitution-2012")
        provision = volume.law.provisions[0]
        nasty = "<script>alert('\"&amp;')</script>"
        rules = tuple(attrs.evolve(rule, title=nasty, says=nasty) for rule in provision.rules)
        bad = attrs.evolve(provision, title=nasty, against=nasty, rules=rules)
        page = Page(provision_bytes(volume, bad))
        assert ([], True) == (page.named("script"), nasty in page.words)

    def test_attributes_escaped(self):
        """A quotation mark does not end an attribute."""
        assert '<a href="&quot;&gt;">x</a>' == tag("a", "x", href='">')


@pytest.fixture(scope="module")
def aided():
    """A voluntary aided school whose head teacher is a governor, in 2024."""
    return next(
        one
        for one in consequences(DAY)
        if isinstance(one, Consequences)
        and one.category == "voluntary aided"
        and True not in one.facts["head_resigned"]
    )


class TestConsequences:
    """What follows from the rules is counted, board by board."""

    def test_smallest(self, aided):
        """The smallest board of a voluntary aided school has twelve seats, seven of them foundation."""
        assert [(12, 7)] == [(sum(board.values()), board["foundation"]) for board in aided.smallest]

    def test_even(self, aided):
        """The total of a voluntary aided board is even, because of reg 14(4)."""
        word, rule = aided.parity
        assert ("even", "C12-VA-MAJ", (12, 14, 16, 18, 20)) == (word, rule.id, aided.totals)

    def test_staff(self, aided):
        """On a board of fourteen one co-opted governor may be employed at the school."""
        assert 1 == aided.most_staff[14]

    def test_declared_gap(self, book):
        """Of the mix of schools that reg 22 leaves out nothing is counted, and the page says so."""
        counted = [one for one in consequences(DAY) if isinstance(one, Consequences)]
        assert [] == [one for one in counted if "foundation of several kinds" in one.facts.get("mix", ())]
        assert any(
            "foundation schools of which only some have a foundation or qualify: cannot tell" in words
            for words in book["consequences.html"].words
        )

    def test_all_boards(self):
        """Pruning loses no board: the same are found as by trying all."""
        relations = (parse("parent + staff == 3"), parse("co_opted_staff + staff <= 1/3 total"))
        zeros = tuple(parse(f"{seat} == 0") for seat in ("foundation", "partnership", "community", "sponsor"))
        rest = (parse("local_authority == 1"), parse("head_teacher == 1"))
        found = {
            (board["parent"], board["staff"], board["co_opted"], board["co_opted_staff"])
            for board in boards((*relations, *zeros, *rest), 7)
        }
        expected = {
            (3 - staff, staff, 2, part) for staff in range(4) for part in range(3) if part + staff <= 7 // 3
        }
        assert expected == found

    def test_runs(self):
        """Totals that follow each other are told as a run."""
        assert ((7, 9), (12, 12)) == runs((7, 8, 9, 12))


def test_timeline(book):
    """The page of amendments names what ended a doubt and a reason that nothing replaces."""
    assert "SI 2017/487 reg 2(2)" in book["timeline.html"].words
    assert any("footing C12-SURPLUS" in words for words in book["timeline.html"].words)


class TestWritten:
    """The book on disk is the book."""

    def test_hashes(self, tmp_path):
        """SHA256SUMS lists every page with its hash."""
        write(library(), DAY, tmp_path / "book")
        lines = (tmp_path / "book" / "SHA256SUMS").read_text().splitlines()
        expected = sorted(
            f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}"
            for path in (tmp_path / "book").glob("*.html")
        )
        assert expected == sorted(lines)

    def test_empty_folder(self, tmp_path):
        """A folder that is there and empty is filled."""
        (tmp_path / "book").mkdir()
        write(library(), DAY, tmp_path / "book")
        assert (tmp_path / "book" / "index.html").is_file()


class TestWord:
    """The Word file says what the pages say."""

    def test_words(self):
        """It has a heading for every paragraph of the law, and says that it is not legal advice."""
        word = docx.Document(io.BytesIO(word_file(Book(library(), DAY))))
        said = [paragraph.text for paragraph in word.paragraphs]
        assert CAUTION in said
        assert "SI 2012/1034 reg 14(4)" in said
        assert [] != [text for text in said if text.startswith("What a step rests on (FED-LEAVE-DECISION).")]
        shown = "".join(text.text or "" for text in word.element.iter() if text.tag.endswith("}t"))
        assert "Ended bySI 2017/487 reg 2(2)" in shown
        assert "BitesAt election, nomination or appointment only" in shown

    def test_same_bytes(self):
        """The same law and day give the same bytes."""
        assert word_file(Book(library(), DAY)) == word_file(Book(library(), DAY))


TODAY = datetime.date(2026, 11, 28)


@pytest.fixture(scope="module")
def today():
    """The pages of a book of 2026."""
    return {name: Page(data) for name, data in pages(library(), TODAY).items()}


class TestInForce:
    """The book of a day never gives law as in force that is not, nor a start that nobody knows."""

    def test_revoked(self, today):
        """Each page of the Regulations of 2007 on schools says so of every entry, and is signed as law of other days."""
        found = {name: page for name, page in today.items() if name.startswith("constitution-2007-")}
        assert found
        for name, page in found.items():
            words = " ".join(page.words)
            assert "In force on 28 November 2026" not in words, name
            assert "No longer in force on 28 November 2026" in words
            assert "it states law that is not in force on 28 November 2026" in words
            assert all("past" in one["class"] for one in page.named("article")), name

    def test_in_force(self, today):
        """The page of a regulation that is in force is signed as the law of the day."""
        words = " ".join(today["constitution-2012-regulation-13.html"].words)
        assert "it states the law as it stood on 28 November 2026" in words

    def test_index(self, today):
        """The contents count no rule in force in what is listed as not in force."""
        words = " ".join(today["index.html"].words)
        later = words[words.index("Also recorded, not in force") :]
        assert "SI 2007/957" in later
        assert "SI 2012/1034" not in later
        row = later[later.index("reg 12: Size") :].split()
        assert "0" == row[row.index("seats") + 1]

    def test_word(self):
        """The Word file says the same, and never the contrary."""
        volume = next(one for one in library() if one.folder == "constitution-2007")
        made = docx.Document(io.BytesIO(word_file(Book((volume,), TODAY))))
        words = "\n".join(
            [one.text for one in made.paragraphs]
            + [cell.text for table in made.tables for row in table.rows for cell in row.cells]
        )
        assert "No longer in force on 28 November 2026" in words
        assert "In force on 28 November 2026" not in words
        assert "it states law that is not in force on 28 November 2026" in words

    def test_a_start_that_is_not_recorded(self, today):
        """The amendments do not say that the Act of 1998 began with our record."""
        words = " ".join(today["timeline.html"].words)
        assert "Our record of it begins; the day it came into force is not recorded" in words
        page = " ".join(today["acts-school-standards-and-framework-act-1998-section-20.html"].words)
        assert "where our record begins (the day it came into force is not recorded)" in page

    def test_law_to_come(self, today):
        """What was passed and has no day of commencement is shown as not yet in force."""
        page = today["acts-childrens-wellbeing-and-schools-act-2026-section-65.html"]
        assert "Not yet in force (passed on 29 April 2026" in " ".join(page.words)
        assert ["gap past"] == [one["class"] for one in page.named("article")]

    def test_last_comparison(self, today):
        """A book of a day after the last comparison says so on its first page, and one of an earlier day does not."""
        assert "The law was last compared with its sources on" in " ".join(today["index.html"].words)
        earlier = Page(pages(library(), DAY)["index.html"])
        assert "The law was last compared" not in " ".join(earlier.words)
