"""The desk in a real browser: the real command over a folder of its own, and one Chromium for all pages of a worker."""

import shutil

import pytest
from desk_running import running

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(autouse=True)
def undone():
    """Nothing is written here in the process of the tests."""


@pytest.fixture(scope="session")
def running_desk(tmp_path_factory):
    """Run one desk with the demonstration."""
    with running(tmp_path_factory.mktemp("browser") / "office", "--demo") as one:
        yield one


@pytest.fixture(scope="session")
def chromium():
    """Start one browser."""
    from playwright.sync_api import sync_playwright

    path = next(found for name in NAMES if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def script(request):
    """With script and without."""
    return request.param


@pytest.fixture
def page(running_desk, chromium, script):
    """Give a page that was let in, and whose console must stay silent."""
    at = f"http://{running_desk.host}"
    context = chromium.new_context(java_script_enabled=script, accept_downloads=True, base_url=at)
    one = context.new_page()
    said = []
    one.on("console", lambda message: said.append(message.text))
    one.on("pageerror", lambda error: said.append(str(error)))
    one.goto(running_desk.address)
    yield one
    context.close()
    assert not said
