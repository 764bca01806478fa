"""Every screen that a link leads to: accessible, with a title of its own, at 320 px, on paper, and silent."""

import re
from urllib.parse import urlsplit

from eyes import Eyes

NO_PAGE = re.compile(r"/versions/N/[a-z]|\.ics|/word|/sheet|^/documents/|^/static|^/api|\?t=")
MOST = 60
FIRST = ("/", "/check?school.category=community&seats.parent=1&seats.total=9")


def kind(path):
    """Give the screen that an address is of: numbers and names of rules aside."""
    path = re.sub(r"/\d+(?=/|$)", "/N", urlsplit(path).path)
    return re.sub(r"^(/rules/).+", r"\1X", path)


def screens(page):
    """Walk from the home page along every link, and give each kind of screen once."""
    seen, waiting = set(), list(FIRST)
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        if kind(path) in seen or NO_PAGE.search(kind(path)):
            continue
        seen.add(kind(path))
        page.goto(path)
        yield path
        links = page.eval_on_selector_all("a[href^='/']", "all => all.map(one => one.getAttribute('href'))")
        waiting += [link.split("#")[0] for link in links]


def test_every_screen(opened):
    """What is wrong with any screen is listed by its address."""
    page = opened()
    eyes, wrong, titles = Eyes(page), [], {}
    for path in screens(page):
        title = page.title()
        if title in titles:
            wrong.append(f"{path}: the title is that of {titles[title]}: {title}")
        titles[title] = path
        wrong += [f"{path}: {one}" for one in eyes.wrong()]
    assert not wrong, "\n".join(wrong)
    assert len(titles) > 25
