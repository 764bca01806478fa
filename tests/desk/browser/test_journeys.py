"""What an officer, a clerk and a diocesan officer do in a day, with our script and, where a page has any, without it."""

import re

import pytest

nothing_to_script = pytest.mark.parametrize("script", [True], ids=["script"], indirect=True)
"""A journey over pages that our script leaves as they are, or that another journey opens without it."""

BOARD = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 4}
INSTRUMENT = b"""The name of the school is Hill Road Primary School.
The school is a community school.
The governing body shall consist of:
one parent governor
one local authority governor
one staff governor
one headteacher
seven co-opted governors
This instrument of government comes into effect on 18 September 2018.
"""
REGISTER = b"""Office,Category,Appointed,Term ends
Parent governor A,Parent governor,1 September 2025,31 August 2029
Co-opted governor A,Co-opted governor,someday,
"""


def press(page, name):
    """Press the button of this name in the page itself, and wait for what it opens."""
    page.get_by_role("main").get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def follow(page, name, within="main"):
    """Follow the link of this name, and wait for what it opens."""
    page.get_by_role(within).get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_load_state()


def fill_seats(page, seats):
    """Type the seats."""
    for name, number in seats.items():
        page.locator(f'[id="seats.{name}"]').fill(str(number))


def fill_day(page, name, day, month, year):
    """Type a day into its three fields."""
    for part, value in (("day", day), ("month", month), ("year", year)):
        page.locator(f'[id="{name}-{part}"]').fill(str(value))


def begun(page, body, title):
    """Begin a proposal for a body, and give its address."""
    page.goto("/bodies")
    follow(page, body)
    page.get_by_label("Begin a proposal: what it is for").fill(title)
    press(page, "Begin")
    page.wait_for_url("**/proposals/*")
    return page.url


def saved_board(page, address, seats):
    """Save another version of a proposal with these seats."""
    page.goto(address)
    follow(page, "Facts and seats")
    fill_seats(page, seats)
    page.get_by_role("button", name=re.compile("Save as version")).click()
    page.wait_for_url(address)


def shown(page):
    """Give what stands in the page."""
    return page.locator("main").inner_text()


def downloaded(page, name):
    """Follow a link to a file, and give its first bytes."""
    with page.expect_download() as waiting:
        follow(page, name)
    return waiting.value.path().read_bytes()[:4]


def test_an_officer_checks_a_board(page, look, script):
    """An unlawful board has its provisions and the nearest lawful boards; one of them, used, is lawful."""
    page.goto("/check")
    page.get_by_label("Kind of school or body").select_option("community")
    fill_seats(page, BOARD | {"parent": 1})
    if not script:
        press(page, "Check")
    page.get_by_role("heading", name="Unlawful").wait_for()
    assert "1 parent governor; the least is 2." in shown(page)
    look("check, unlawful")
    page.get_by_role("button", name=re.compile("^Use")).first.click()
    page.get_by_role("heading", name=re.compile("^Lawful")).wait_for()
    look("check, lawful")


def test_an_officer_types_a_word_for_a_number(page, look, script):
    """The summary stands first and says the words that stand at the field."""
    page.goto("/check?school.category=community&seats.parent=two-and-a-bit")
    summary = page.get_by_role("alert")
    assert "There is a problem" in summary.inner_text()
    words = summary.get_by_role("link").first.inner_text()
    assert words in page.locator('[id="seats.parent-error"]').inner_text()
    if script:
        page.wait_for_function("document.activeElement.classList.contains('govuk-error-summary')")
    summary.get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.id") == "seats.parent"
    assert page.title().startswith("Error: ")
    look("check, with an error")


def test_an_officer_asks_for_another_day_and_why_not(page, look):
    """From an unlawful board to the days on which it was lawful, and to the proof that it cannot be had now."""
    page.goto(
        "/check?school.category=community&"
        + "&".join(f"seats.{key}={n}" for key, n in BOARD.items())
        + "&seats.parent=1"
    )
    follow(page, "The law of another day")
    assert page.locator("svg").count() >= 1
    look("the law of another day")
    page.go_back()
    follow(page, "Why not? The proof")
    assert "There is no such board" in shown(page)
    look("why not")


def test_an_officer_reads_a_document(page, look, script):
    """What was read has its words beside it, and a correction changes the answer and is kept."""
    page.goto("/read")
    page.get_by_label("Document").set_input_files(
        {"name": "instrument.txt", "mimeType": "text/plain", "buffer": INSTRUMENT}
    )
    press(page, "Read")
    page.wait_for_url(re.compile(r"/read/\d+"))
    assert "“one parent governor" in shown(page)
    page.get_by_role("heading", name="Unlawful").wait_for()
    look("a document that was read")
    page.locator('[id="seats.parent"]').fill("2")
    if script:
        page.get_by_role("heading", name=re.compile("^Lawful")).wait_for()
    press(page, "Correct and check")
    page.get_by_role("heading", name=re.compile("^Lawful")).wait_for()
    assert "1 correction is kept with the document." in shown(page)
    look("a document that was corrected")


def test_a_clerk_drafts_a_proposal(page, look, script):
    """From a body to a second version, with what differs; shared for advice, which is no submission."""
    address = begun(page, "Beacon Hill Infant School", f"A larger board, {script}")
    look("a new proposal")
    saved_board(page, address, {"co_opted": 7})
    assert "Version 2 is saved." in shown(page)
    follow(page, "what changed")
    assert "Co-opted governors" in shown(page)
    look("two versions")
    page.goto(address)
    press(page, "Share it for advice")
    look("a move")
    page.get_by_label("Office, never a person's name").fill("Clerk")
    press(page, "Share it for advice")
    page.wait_for_url(address)
    assert "Shared for advice" in shown(page)


@nothing_to_script
def test_a_clerk_records_an_agreement(page, look, script):
    """Without an office it is not recorded, and the page says where; a step that the law does not allow yet says why."""
    address = begun(page, "Kingsmead Trust College", f"As it is, {script}")
    page.get_by_text("What comes later").click()
    assert "Submit it to the local authority: " in shown(page)
    press(page, "Record that the governing body agreed it")
    press(page, "Record that the governing body agreed it")
    assert "There is a problem" in page.get_by_role("alert").inner_text()
    look("a move, with an error")
    fill_day(page, "on", 20, 11, 2026)
    page.get_by_label("Office, never a person's name").fill("Clerk")
    press(page, "Record that the governing body agreed it")
    page.wait_for_url(address)
    assert "Agreed by the governing body" in shown(page)


@nothing_to_script
def test_a_diocesan_officer_approves_a_version(page, look, script):
    """An approval is of a version, and of an earlier one as soon as there is another."""
    address = begun(page, "St Oswin's Church of England Primary School", f"Another board, {script}")
    follow(page, "Approvals")
    page.get_by_label("Who approved it").select_option("diocesan_authority")
    fill_day(page, "on", 20, 11, 2026)
    page.get_by_label("Office, never a person's name").fill("Diocesan board of education")
    press(page, "Record the approval")
    assert "of an earlier version" not in shown(page)
    assert "The approval of version 1 is recorded." in shown(page)
    look("approvals")
    saved_board(page, address, {"parent": 4})
    follow(page, "Approvals")
    assert "of an earlier version" in shown(page)


@nothing_to_script
def test_an_officer_takes_the_papers(page, look):
    """The plan says who stays and who goes; the instrument is a Word file made of a version."""
    page.goto("/proposals")
    follow(page, "Two co-opted governors fewer")
    follow(page, "Who stays and who goes")
    assert "Everybody in post" in shown(page)
    look("plan")
    page.get_by_role("navigation", name="Back").get_by_role("link").click()
    follow(page, "Names, terms, foundation and ethos")
    look("details")
    page.get_by_role("navigation", name="Back").get_by_role("link").click()
    follow(page, "Documents")
    look("papers")
    assert downloaded(page, "The instrument of government") == b"PK\x03\x04"


@nothing_to_script
def test_a_clerk_imports_a_register(page, look):
    """The columns are shown, a row that cannot be read has its line and why, and nothing changes before it is applied."""
    page.goto("/imports/new")
    page.get_by_label("The register").set_input_files(
        {"name": "register.csv", "mimeType": "text/csv", "buffer": REGISTER}
    )
    page.get_by_label("Whose register it is").select_option("Jubilee Trust School")
    look("a new import")
    press(page, "Continue")
    look("columns of an import")
    press(page, "Continue")
    assert "someday" in shown(page)
    look("rows of an import")
    press(page, "See what would change")
    assert "no longer listed" in shown(page)
    look("changes of an import")
    press(page, "Leave this import, and forget the file")
    page.goto("/imports/new")
    assert "Imports that are not applied yet" not in shown(page)


@nothing_to_script
def test_an_officer_reports_to_members(page, look):
    """The vacancies in words, tables and Word; the audit sorted by what is wrong with seats."""
    page.goto("/")
    follow(page, "Vacancies", "navigation")
    assert "vacancies" in shown(page)
    look("vacancies")
    assert downloaded(page, "The report for members, in Word") == b"PK\x03\x04"
    follow(page, "Audit", "navigation")
    page.get_by_role("link", name="Seats", exact=True).click()
    assert "too many" in page.locator("tbody tr").first.inner_text()
    look("audit")


def test_an_officer_has_a_folder_read(page, look, script):
    """Several documents at once: the work is seen, left and come back to, and its table is there."""
    page.goto("/audit")
    follow(page, "Audit a folder of documents, or the public record")
    page.get_by_label("Files").set_input_files(
        [{"name": f"{number}.txt", "mimeType": "text/plain", "buffer": INSTRUMENT} for number in range(6)]
    )
    look("long work")
    press(page, "Begin")
    page.wait_for_url("**/jobs/*")
    look("long work that goes on")
    mine = page.url
    page.goto("/")
    page.goto(mine)
    done = page.get_by_role("link", name="The workbook", exact=True)
    for _ in range(30):
        if script or done.count():
            break
        page.wait_for_timeout(1000)
        page.goto(mine)
    done.wait_for(timeout=60_000)
    assert "1 parent governor; the least is 2." in shown(page)
    look("long work that is done")


@nothing_to_script
def test_an_officer_keeps_the_calendar(page, look, script):
    """A meeting is put into the calendar, and the days can be had as a file."""
    page.goto("/calendar")
    page.get_by_label("Body of the meeting").select_option("Quarry Bank Church of England School")
    fill_day(page, "on", 17, 12, 2026)
    page.get_by_label("What it is about").fill(f"Instrument, {script}")
    press(page, "Put it in")
    assert f"Instrument, {script}" in shown(page)
    look("calendar")
    assert downloaded(page, "All of it as a calendar file (.ics)") == b"BEGI"


@nothing_to_script
def test_an_officer_sets_the_desk_up(page, look):
    """Settings are kept, a backup is made, and both stand among the events."""
    page.goto("/settings")
    page.get_by_label("School holidays").fill("21/7/2027 to 1/9/2027")
    press(page, "Save")
    look("settings")
    press(page, "Make a backup")
    assert "in the folder backups of the data folder" in shown(page)
    follow(page, "Events", "contentinfo")
    look("events")


@nothing_to_script
def test_a_clerk_looks_a_provision_up(page, look):
    """A citation as one writes it leads to its place in the rule book."""
    page.goto("/rules")
    page.get_by_label("Find a citation, a rule or words").fill("reg 14(4)")
    page.get_by_label("Find a citation, a rule or words").press("Enter")
    page.wait_for_load_state()
    assert "14(4)" in shown(page)
    look("found in the rule book")


def test_with_keys_alone(page):
    """From the first key past the navigation into the form, an answer and the nearest board, with no mouse."""
    page.goto("/check")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "school.category"
    page.keyboard.type("Community")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "seats.parent":
            break
    for number in BOARD.values():
        ring = page.evaluate(
            "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).boxShadow"
        )
        assert ring != "nonenone"
        page.keyboard.type(str(number))
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=re.compile("^(Lawful|Unlawful)")).wait_for()


def test_in_a_browser_that_runs_no_script(opened):
    """A board is checked, and a proposal drafted, where the browser itself runs no script."""
    page = opened(java_script_enabled=False)
    page.goto("/check")
    page.get_by_label("Kind of school or body").select_option("community")
    fill_seats(page, BOARD)
    press(page, "Check")
    assert "Lawful" in shown(page)
    address = begun(page, "Garth Nursery School", "Without script")
    saved_board(page, address, {"co_opted": 6})
    assert "Version 2 is saved." in shown(page)
