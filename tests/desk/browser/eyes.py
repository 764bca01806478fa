"""What is looked for on every screen: what axe finds, one first heading, no sideways scroll at 320 px, something on paper."""

import io
from pathlib import Path

from pypdf import PdfReader

ROOT = Path(__file__).parents[3]
AXE = (ROOT / "packaging" / "desk" / "node_modules" / "axe-core" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"]}
NARROW = {"width": 320, "height": 640}
USUAL = {"width": 1280, "height": 800}


class Eyes:
    """Looks a page over."""

    def __init__(self, page):
        self.page = page
        page.set_viewport_size(USUAL)

    def wrong(self, *, paper=True):
        """Give in words what is wrong with the page that is open."""
        page = self.page
        # A link in the page was followed: its style sheets may be on their way still.
        page.wait_for_load_state()
        # The policy of the desk stops a script that is added to the page.
        page.evaluate(AXE + ";0")
        found = page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]
        wrong = [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:2]]
        if (heads := page.locator("h1").count()) != 1:
            wrong.append(f"{heads} h1")
        page.set_viewport_size(NARROW)
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > NARROW["width"]:
            wrong.append(f"{wide} px wide at {NARROW['width']}")
        page.set_viewport_size(USUAL)
        heading = page.locator("h1").first.inner_text().splitlines()[-1]
        if paper and _squeezed(heading) not in _squeezed(_printed(page)):
            wrong.append(f"not on paper: {heading}")
        return wrong


def _printed(page):
    """Give the words of the first sheet that the page is printed on."""
    return PdfReader(io.BytesIO(page.pdf())).pages[0].extract_text()


def _squeezed(text):
    return "".join(text.split())
