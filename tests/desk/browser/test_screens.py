"""Every screen that a link leads to: accessible, with a title of its own, at 320 px, on paper, and silent."""

import re
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[3]
AXE = ROOT / "packaging" / "desk" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW = {"width": 320, "height": 640}
USUAL = {"width": 1280, "height": 800}
NO_PAGE = re.compile(r"/versions/N/[a-z]|\.ics|\.docx|\.xlsx|^/static|^/api|/word|/download|/file|\?t=")
MOST = 150


def kind(path):
    """Give the screen that an address is of: numbers and names of rules aside."""
    path = re.sub(r"/\d+", "/N", urlsplit(path).path)
    return re.sub(r"^(/rules/).+", r"\1X", path)


def screens(page):
    """Walk from the home page along every link, and give each kind of screen once."""
    seen, waiting = {}, ["/", "/check?school.category=community&seats.parent=1&seats.total=9"]
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        if kind(path) in seen or NO_PAGE.search(kind(path)):
            continue
        seen[kind(path)] = path
        page.goto(path)
        yield path
        links = page.eval_on_selector_all("a[href^='/']", "all => all.map(one => one.getAttribute('href'))")
        waiting += [link.split("#")[0] for link in links]


def test_every_screen(page):
    """What is wrong with any screen is listed by its address."""
    axe, wrong, titles = AXE.read_text(), [], {}
    page.set_viewport_size(USUAL)
    for path in screens(page):
        title = page.title()
        if title in titles:
            wrong.append(f"{path}: the title is that of {titles[title]}: {title}")
        titles[title] = path
        page.evaluate(axe + ";0")
        found = page.evaluate(f"axe.run(document, {{runOnly: {RULES}}})")
        wrong += [
            f"{path}: {one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"][:2]
        ]
        if 1 != page.locator("h1").count():
            wrong.append(f"{path}: {page.locator('h1').count()} h1")
        page.set_viewport_size(NARROW)
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > NARROW["width"]:
            wrong.append(f"{path}: {wide} px wide at {NARROW['width']}")
        page.set_viewport_size(USUAL)
        if len(page.pdf()) < 5000:
            wrong.append(f"{path}: nothing on paper")
    assert not wrong, "\n".join(wrong)
    assert len(titles) > 30
