"""The desk in a real browser: the real command over a folder of its own, and one Chromium for all pages of a worker."""

import re
import shutil

import pytest
from desk_running import running
from eyes import Eyes

NAMES = ("chromium", "chromium-browser", "google-chrome")
OUR_SCRIPT = re.compile(r"/static/desk/[^/]+\.js")
CHANGED = "form[data-live], [data-days], [data-again]"
"""What our script changes: without it any other page is the same page."""
SLOW = 15_000
REFUSED = re.compile(r"Failed to load resource: the server responded with a status of (409|422)")
"""What the browser says of a page that answers a form with what is wrong with it."""


@pytest.fixture(autouse=True)
def undone():
    """Nothing is written here in the process of the tests."""


@pytest.fixture(scope="session")
def running_desk(tmp_path_factory):
    """Run one desk with the demonstration."""
    with running(tmp_path_factory.mktemp("browser") / "office", "--demo") as one:
        yield one


@pytest.fixture(scope="module")
def chromium():
    """Start one browser; while it runs, Django's tables cannot be asked in the same process."""
    from playwright.sync_api import sync_playwright

    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert path, "Chromium is not installed: make browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(running_desk, chromium):
    """Give what opens a page that was let in, and whose console must stay silent."""
    contexts, said = [], []

    def open_page(**options):
        context = chromium.new_context(base_url=f"http://{running_desk.host}", **options)
        contexts.append(context)
        context.set_default_timeout(SLOW)
        one = context.new_page()
        one.on("console", lambda message: REFUSED.match(message.text) or said.append(message.text))
        one.on("pageerror", lambda error: said.append(str(error)))
        one.goto(running_desk.address)
        return one

    yield open_page
    for context in contexts:
        context.close()
    assert not said


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def script(request):
    """With our script and without it. A browser that runs none at all would not run axe either."""
    return request.param


@pytest.fixture
def page(opened, script):
    """Give a page, with our script or without."""
    one = opened()
    if not script:
        one.context.route(OUR_SCRIPT, lambda route: route.fulfill(body="", content_type="text/javascript"))
        one.reload()
    return one


@pytest.fixture(scope="session")
def seen():
    """Hold what was looked over already, so that no screen is twice."""
    return set()


@pytest.fixture
def look(page, script, seen):
    """Look a screen over by its name, unless that was done, or is the same without our script."""
    eyes = Eyes(page)

    def over(name):
        if (name, script) not in seen and (script or page.locator(CHANGED).count()):
            seen.add((name, script))
            assert not (wrong := eyes.wrong(paper=script)), f"{name}: " + "\n".join(wrong)

    return over
