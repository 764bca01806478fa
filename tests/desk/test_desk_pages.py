"""Every page that a link leads to keeps the same pattern: found by following the links from the home page."""

from collections import Counter
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from lxml import html

MOST_OF_A_KIND = 4
"""Pages of one address with other numbers are alike; so many of each are looked at."""
BEGIN = (
    "/",
    "/check?school.category=community&seats.parent=1&seats.staff=1&seats.head_teacher=1&seats.co_opted=6",
    "/check?school.category=federation&schools.0.category=community&seats.parent=x",
    "/check?seats.parent=2&seats.co_opted=5&seats.staff=?",
    "/nothing-is-here",
)
THERE = (200, 409, 422)
"""A link leads to a page, or to one that says why what it is of cannot be had."""
HERE = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def pages(desk):
    """Follow the links, and give each page by its address."""
    from django.db import transaction
    from django.test import Client
    from django.urls import Resolver404, resolve

    def kind(path):
        try:
            return resolve(urlsplit(path).path).route
        except Resolver404:
            return path

    client = Client(headers={"host": "127.0.0.1:8000"})
    client.get("/?t=the-token-of-the-run")
    waiting, seen, counted, found = list(BEGIN), set(), Counter(), {}
    came_from = {}
    with transaction.atomic():
        while waiting:
            path = waiting.pop(0)
            if path in seen or counted[kind(path)] >= MOST_OF_A_KIND + len(BEGIN):
                continue
            seen.add(path)
            counted[kind(path)] += 1
            answer = client.get(path, follow=True)
            there = (404,) if path == BEGIN[-1] else THERE
            assert answer.status_code in there, (answer.status_code, path, came_from.get(path))
            if not answer.get("Content-Type", "").startswith("text/html"):
                continue
            tree = html.fromstring(answer.content.decode())
            asked = (answer.request["PATH_INFO"], answer.request["QUERY_STRING"])
            found["?".join(filter(None, asked))] = tree
            at = f"{HERE}{asked[0]}"
            links = (urljoin(at, urldefrag(link)[0]) for link in tree.xpath("//a/@href"))
            links = [link.removeprefix(HERE) or "/" for link in links if link.startswith(HERE)]
            came_from |= {link: path for link in links if link not in came_from}
            waiting += links
        transaction.set_rollback(True)
    return found


def each(pages, ask):
    """Give what is wrong, by page."""
    return {path: wrong for path, page in pages.items() if (wrong := ask(page))}


def text(element):
    return " ".join(element.text_content().split())


def test_the_title(pages):
    """Each page has its own, which begins with its heading or names it, and ends with whose desk it is."""
    assert {} == each(
        pages,
        lambda page: [one for one in page.xpath("//head/title") if not text(one).endswith("– Northshire")],
    )
    assert {} == each(pages, lambda page: [] if len(page.xpath("//h1")) == 1 else ["not one h1"])
    titles = {}
    for path, page in pages.items():
        titles.setdefault(text(page.xpath("//head/title")[0]), set()).add(urlsplit(path).path)
    assert {} == {title: paths for title, paths in titles.items() if len(paths) > 1}


def test_its_frame(pages):
    """There is a way past the navigation, one main part, and the language."""

    def wrong(page):
        asked = (
            "//a[@href='#main-content']",
            "//main[@id='main-content']",
            "//html[@lang]",
            "//nav[@aria-label]",
        )
        return [one for one in asked if not page.xpath(one)]

    assert {} == each(pages, wrong)


def test_ids_stand_once(pages):
    """What a label or an error leads to is one thing, and is there."""

    def wrong(page):
        counted = Counter(page.xpath("//@id"))
        named = {
            one for words in page.xpath("//@aria-describedby|//@aria-labelledby") for one in words.split()
        }
        leads = {one[1:] for one in page.xpath("//a/@href[starts-with(., '#')]")} | set(
            page.xpath("//label/@for")
        )
        return [one for one, count in counted.items() if count > 1] + sorted((named | leads) - set(counted))

    assert {} == each(pages, wrong)


def test_fields_have_labels(pages):
    """Whoever hears the page knows what to type."""

    def wrong(page):
        labels = set(page.xpath("//label/@for"))
        fields = page.xpath("//input[not(@type='hidden' or @type='submit')]|//select|//textarea")
        return [
            one.get("name") for one in fields if one.get("id") not in labels and not one.get("aria-label")
        ]

    assert {} == each(pages, wrong)


def test_tables_have_captions_and_heads(pages):
    """Whoever hears a table knows of what it is, and of what each cell."""

    def wrong(page):
        return [
            text(one)[:60]
            for one in page.xpath("//table")
            if not (one.xpath("./caption") and one.xpath(".//th[@scope]"))
        ]

    assert {} == each(pages, wrong)


def test_forms_that_change_something_have_the_token(pages):
    """A form that is posted holds the token, and a form that only asks does not put it into the address."""

    def wrong(page):
        return [
            one.get("action")
            for one in page.xpath("//form")
            if (one.get("method", "get").lower() == "post")
            != bool(one.xpath(".//input[@name='csrfmiddlewaretoken']"))
        ]

    assert {} == each(pages, wrong)


def test_pictures_say_what_they_show(pages):
    """A picture has a title, or is not for whoever hears the page."""

    def wrong(page):
        return [
            one.get("class")
            for one in page.xpath("//svg")
            if one.get("aria-hidden") != "true"
            and not (one.get("role") in {"img", "group"} and (one.xpath("./title") or one.get("aria-label")))
        ]

    assert {} == each(pages, wrong)
