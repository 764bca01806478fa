"""Screens 3, 4 and 18: why not, the law of another day, and the rule book of a day."""

import datetime
import html
import re

import pytest

from governance import options, parse, timeline
from governance.documents.book import Book, makers
from governance.law.library import library

DAY = {
    "instrument.effective_on-day": "1",
    "instrument.effective_on-month": "9",
    "instrument.effective_on-year": "2025",
}
ON = datetime.date(2025, 9, 1)
BOARD = {
    "school.category": "community",
    "seats.parent": "2",
    "seats.local_authority": "1",
    "seats.staff": "1",
    "seats.head_teacher": "1",
    "seats.co_opted": "7",
    **DAY,
}


def said(response):
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()))


def links(response, pattern):
    return [html.unescape(one) for one in re.findall(rf'href="({pattern})"', response.content.decode())]


class TestWhyNot:
    """Screen 3: the proof that no board has what is wanted."""

    def test_the_proof(self, client):
        """Every clash with its citation and its page in the rule book, every step, and what can be had instead."""
        asked = {"school.category": "voluntary controlled", "wanted.total": "7", **DAY}
        page = client.get("/check/why-not", asked)
        found = options("voluntary controlled", on=ON, wanted={"total": 7}).impossible
        for words in (*(one.says for one in found.clashes), *found.steps):
            assert " ".join(words.split()) in said(page)
        rules = [one for one in found.clashes if one.rule]
        addresses = links(page, r"/rules/[^\"]+")
        assert len(rules) == len(addresses)
        for address in addresses:
            assert client.get(address, follow=True).status_code == 200

    def test_there_is_one(self, client):
        """Its boards are given, and each can be checked."""
        asked = {"school.category": "community", "wanted.total": "9..11", "wanted.parent": "three", **DAY}
        page = client.get("/check/why-not", asked)
        assert "There are 3 such boards" in said(page)
        for address in links(page, r"/check\?[^\"]+"):
            assert "Lawful" in said(client.get(address))

    def test_of_a_board(self, client):
        """The seats of an unlawful board are taken as what is wanted: those that are empty as none."""
        seats = BOARD | {"seats.parent": "1"}
        (address,) = links(client.get("/check", seats), r"/check/why-not\?[^\"]+")
        assert "There is no such board" in said(client.get(address))
        assert "There is no such board" in said(
            client.get("/check/why-not", BOARD | {"seats.head_teacher": ""})
        )
        assert "There is one such board" in said(client.get("/check/why-not", BOARD))

    @pytest.mark.parametrize(
        ("typed", "field"),
        [
            ({"wanted.total": "many"}, "wanted.total"),
            ({"wanted.parent": "5..3"}, "wanted.parent"),
            ({"instrument.effective_on-month": "13"}, "instrument.effective_on-day"),
        ],
    )
    def test_what_is_wrong(self, client, typed, field):
        """At the top and at the field."""
        page = client.get("/check/why-not", {"school.category": "community", **DAY, **typed}).content.decode()
        assert f'href="#{field}"' in page
        assert "<title>Error: " in page

    def test_a_fact_is_missing(self, client):
        """It is asked for."""
        assert "Cannot tell" in said(client.get("/check/why-not", {"school.category": "federation", **DAY}))
        asked = {"school.category": "foundation", "wanted.total": "9", **DAY}
        assert "Cannot tell" in said(client.get("/check/why-not", asked))

    def test_empty(self, client):
        """Nothing is answered before something is asked."""
        assert "Choose the kind of school" in said(client.get("/check/why-not"))


class TestDays:
    """Screen 4: when a board has been lawful, day by day."""

    @pytest.mark.parametrize("year", ["2008", "2013", "2014", "2016", "2025"])
    @pytest.mark.parametrize("category", ["community", "voluntary controlled"])
    def test_every_stretch(self, client, category, year):
        """What made the difference is told, and what leads to a check leads to the same answer on its first day."""
        board = BOARD | {
            "school.category": category,
            "seats.foundation": "2",
            "instrument.effective_on-year": year,
        }
        page = client.get("/check/days", board)
        seats = {
            name.partition(".")[2]: int(number) for name, number in board.items() if name.startswith("seats")
        }
        dated = {"effective_on": f"{year}-09-01"}
        found = timeline(parse({"school": {"category": category}, "seats": seats, "instrument": dated}))
        for cause in (cause for one in found.stretches for cause in one.causes):
            assert " ".join(cause.says.split()) in said(page)
        sections = re.findall(
            r'<section .*?id="from-([\d-]+)" data-says="([^"]+)">(.*?)</h3>', page.content.decode(), re.DOTALL
        )
        assert [one.span.since.isoformat() for one in found.stretches] == [since for since, _, _ in sections]
        for _, verdict, heading in sections:
            if address := re.search(r'href="([^"]+)"', heading):
                checked = client.get(html.unescape(address[1])).content.decode()
                assert f">{verdict}</h2>" in checked

    def test_older_than_its_law(self, client):
        """Of an instrument that older law still governs there is no check by the law that governs new ones."""
        schools = {f"schools.{number}.category": "community" for number in range(2)}
        board = BOARD | schools | {"school.category": "federation", "instrument.effective_on-year": "2010"}
        page = client.get("/check/days", board).content.decode()
        heading = re.search(r'id="from-2012-09-01" data-says="Cannot tell">(.*?)</h3>', page, re.DOTALL)[1]
        assert "<a " not in heading

    def test_the_bar(self, client):
        """Each length says its days and its answer, and leads to its row."""
        page = client.get("/check/days", BOARD).content.decode()
        lengths = re.findall(r'<a href="#(from-[\d-]+)" class="desk-days__\w+" aria-label="([^"]+)"', page)
        assert 2 <= len(lengths)
        for row, words in lengths:
            assert f'id="{row}"' in page
            assert "awful" in words

    def test_from_the_board(self, client):
        """The page of a board leads there and back."""
        (address,) = links(client.get("/check", BOARD), r"/check/days\?[^\"]+")
        page = client.get(address)
        assert "Lawful, on condition" in said(client.get(links(page, r"/check\?[^\"#]+")[0]))

    def test_what_is_wrong(self, client):
        """It is said, with the way back; without a board the way leads to one."""
        assert "There is a problem with the board" in said(
            client.get("/check/days", BOARD | {"seats.parent": "-1"})
        )
        assert "/check" == client.get("/check/days")["Location"]


class TestRuleBook:
    """Screen 18: the pages of the book of a day."""

    def test_every_page_is_there(self, client):
        """With the words of the book, its title and its day."""
        for name, make in makers(Book(library(), ON)).items():
            if name != "consequences.html":  # slow, and made like the others
                response = client.get(f"/rules/2025-09-01/{name}")
                assert 200 == response.status_code
                assert str(make().content) in response.content.decode()

    def test_links_hold(self, client):
        """Every link of a page leads to a page of the same day, or to the source."""
        page = client.get("/rules/2025-09-01/index.html").content.decode()
        for name in set(re.findall(r'href="([\w-]+\.html)"', page)):
            assert 200 == client.get(f"/rules/2025-09-01/{name}").status_code

    def test_a_day(self, client):
        """It is today's unless another is typed, and a day that is none, or whose law is not encoded, is told."""
        assert client.get("/rules")["Location"].endswith("/index.html")
        typed = {"day-day": "1", "day-month": "9", "day-year": "2012"}
        assert "/rules/2012-09-01/index.html" == client.get("/rules", typed)["Location"]
        for wrong in ({"day-month": "13"}, {"day-year": "1999"}):
            page = client.get("/rules", typed | wrong).content.decode()
            assert 'href="#day-day"' in page or 'href="#day"' in page
            assert "<title>Error: " in page

    @pytest.mark.parametrize("asked", ["reg 14(4)", "C12-VA-MAJ", "SI 2012/1034 reg 13"])
    def test_found_by_its_name(self, client, asked):
        """A citation or a name leads to its place on its page."""
        response = client.get("/rules/2025-09-01/find", {"q": asked})
        if response.status_code == 302:
            page, _, place = response["Location"].partition("#")
            assert f'id="{place}"' in client.get(page).content.decode()
        else:
            assert "reg 1" in said(response)

    def test_found_by_its_words(self, client):
        """Words lead to what has them, and what nothing has is said."""
        response = client.get("/rules/2025-09-01/find", {"q": "resigned head"})
        assert "found, in the law of every day" in said(response)
        assert "no rule has these words" in said(client.get("/rules/2025-09-01/find", {"q": "zzz qqq"}))

    @pytest.mark.parametrize(
        "address",
        [
            "/rules/1999-01-01/index.html",
            "/rules/x/index.html",
            "/rules/2025-09-01/x.html",
            "/rules/2025-09-01/../x",
        ],
    )
    def test_what_is_not_there(self, client, address):
        """A day whose law is not encoded, and a page that no book has."""
        assert 404 == client.get(address).status_code
