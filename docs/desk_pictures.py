"""Draws the pictures of `docs/desk.md`: pages of the desk with its demonstration, as a browser shows them.

`python docs/desk_pictures.py`, or `make pictures`. It wants Chromium.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

DOCS = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome")
SIZE = {"width": 1200, "height": 900}
SCALE = 0.7
PAGES = {
    "check": "/check?school.category=community&seats.parent=1&seats.local_authority=1&seats.staff=1"
    "&seats.head_teacher=1&seats.co_opted=7",
    "home": "/",
    "body": "Bodies > Saltersgate Church of England Primary School",
    "audit": "/audit",
    "proposal": "Proposals > A smaller board",
    "approvals": "Proposals > A smaller board > Approvals",
    "plan": "Proposals > Two co-opted governors fewer > Who stays and who goes",
}
"""Each picture, with the address of its page, or the links that lead there from the home page."""


def main() -> None:
    """Run a desk over a folder of its own, and take a picture of each page."""
    (DOCS / "desk").mkdir(exist_ok=True)
    path = next(found for name in NAMES if (found := shutil.which(name)))
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "governance", "desk", "--demo", "--data", f"{folder}/desk"]
        command += ["--port", "0", "--no-browser"]
        desk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own command
        try:
            start = desk.stdout.readline().strip()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
                page = browser.new_page(
                    viewport=SIZE, device_scale_factor=SCALE, base_url=start.partition("?")[0]
                )
                page.goto(start)
                for name, way in PAGES.items():
                    go(page, way)
                    page.screenshot(path=DOCS / "desk" / f"{name}.png")
                browser.close()
        finally:
            desk.terminate()
            desk.wait(30)


def go(page: Page, way: str) -> None:
    """Go to an address, or by links from the home page."""
    if way.startswith("/"):
        page.goto(way)
        return
    page.goto("/")
    for number, link in enumerate(way.split(" > ")):
        within = page.get_by_role("main" if number else "navigation")
        within.get_by_role("link", name=link, exact=True).first.click()


if __name__ == "__main__":
    main()
