"""The list of bodies and the page of one: what is searched is found, and what is on file is there."""

import pytest
from lxml import html


def tree(response):
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def text(element):
    return " ".join(element.text_content().split())


def listed(client, query=""):
    """Give the names in the list."""
    return [text(one) for one in tree(client.get(f"/bodies{query}")).xpath("//tbody/tr/th/a")]


def body(name):
    from governance.desk.models import Body

    return Body.objects.get(name=name)


def test_every_body_is_listed(client):
    """Without a filter each stands once, in the order of the names."""
    from governance.desk.models import Body

    assert list(Body.objects.values_list("name", flat=True)) == listed(client)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("?q=fells", ["Our Lady of the Fells Catholic Primary School"]),
        ("?q=millpond", ["The Riverbank Federation"]),
        ("?category=pupil+referral+unit", ["Northshire Pupil Referral Unit"]),
        ("?since=none", []),
        ("?now=unlawful&then=lawful", ["Bramble Green Primary School", "Saltersgate Church of England Primary School"]),
        ("?category=nonsense&q=alder", ["Alder Lane Primary School"]),
    ],
)  # fmt: skip
def test_a_filter_keeps_what_it_says(client, query, first):
    """By a word of the name or of a school, by kind, and by the standing then and today."""
    assert first == listed(client, query)


def test_by_number(client):
    """A body is found by the URN of its school, and by its DfE number with or without the stroke."""
    school = body("Eastgate High School").schools.get()
    for words in (school.urn, school.laestab, f"{school.laestab[:3]}/{school.laestab[3:]}"):
        assert listed(client, f"?q={words}") == ["Eastgate High School"]


def test_a_body_without_an_instrument(client, authority):
    """It is listed and can be opened, and its seats are not made up."""
    from governance.desk.models import Body

    new = Body.objects.create(authority=authority, name="Newly Opened School", category="community")
    assert listed(client, "?since=none") == ["Newly Opened School"]
    assert "None is on file" in text(tree(client.get(f"/bodies/{new.pk}")))


def test_what_is_on_file(client):
    """The page has the instrument with its standing then and today, each proposal, each document and what was done."""
    one = body("Bramble Green Primary School")
    page = tree(client.get(f"/bodies/{one.pk}"))
    said = text(page.xpath("//main")[0])
    assert "1 September 2009" in said
    assert [text(tag) for tag in page.xpath("//dd/span[contains(@class, 'desk-tag')]")] == [
        "Lawful",
        "Unlawful",
    ]
    assert {f"/proposals/{row.pk}" for row in one.proposals.all()} <= set(page.xpath("//a/@href"))
    document = one.documents.get()
    answer = client.get(f"/documents/{document.pk}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="instrument-{document.pk}.docx"'
    assert answer.content.startswith(b"PK")


def test_the_check_of_what_is_on_file(client):
    """The link to the check asks about the board on file, today."""
    one = body("Canal Street Junior School")
    (link,) = [
        href
        for href in tree(client.get(f"/bodies/{one.pk}")).xpath("//a/@href")
        if href.startswith("/check?")
    ]
    assert "Unlawful" in text(tree(client.get(link)))


def test_a_proposal_begins_with_the_instrument(client):
    """The form of the page begins one."""
    one = body("Fenwick Lodge School")
    answer = client.post(f"/bodies/{one.pk}/begin", {"title": "Another seat"})
    assert answer.status_code == 302
    assert one.proposals.get().title == "Another seat"


def test_another_is_not_there(client):
    """A body or a document of nobody's answers 404."""
    from governance.desk.models import Authority, Body, Document

    other = Authority.objects.create(name="Southshire")
    theirs = Body.objects.create(authority=other, name="Theirs", category="community")
    document = Document.objects.create(authority=other, type="pdf", sha256="0" * 64, size=1, path="00/0")
    for path in (f"/bodies/{theirs.pk}", f"/bodies/{theirs.pk}/people", f"/documents/{document.pk}"):
        assert client.get(path).status_code == 404


def test_home_says_what_waits(client):
    """The numbers are those of the pages that they lead to, and what is late says so."""
    from governance.desk.look import today
    from governance.desk.models import Proposal

    page = tree(client.get("/"))
    numbers = {
        one.get("href"): int(text(one).split()[0]) for one in page.xpath("//ul[@class='desk-numbers']//a")
    }
    assert numbers["/bodies?now=unlawful"] == len(listed(client, "?now=unlawful"))
    assert numbers["/proposals"] == Proposal.objects.exclude(status__in=["closed", "withdrawn"]).count()
    late = [row for row in page.xpath("//tr") if "Late" in text(row)]
    assert (
        len(late)
        == Proposal.objects.filter(due_on__lt=today()).exclude(status__in=["closed", "withdrawn"]).count()
    )


def reading(data):
    """Give a reading on file that says so."""
    return {"put": {"data": data}}


@pytest.fixture
def read(authority):
    """A document that was read and is on file of no body."""
    from governance.desk.models import Document

    data = {
        "school": {"name": "Fenwick Lodge School", "category": "community special"},
        "seats": {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 4},
        "instrument": {"made_on": "2026-06-01"},
    }
    return Document.objects.create(
        authority=authority, kind="instrument", title="Read", type="txt", sha256="0" * 64, size=1, path="00/0",
        reading=reading(data),
    )  # fmt: skip


def put(client, one, document, day=("1", "9", "2026")):
    said = dict(zip(("effective-day", "effective-month", "effective-year"), day, strict=True))
    return client.post(f"/bodies/{one.pk}", {"document": document, **said})


def test_a_document_that_was_read_is_put_on_file(client, read):
    """It takes the place of the one before on its day, and is checked then and today."""
    one = body("Fenwick Lodge School")
    before = one.instruments.get()
    assert put(client, one, read.pk).status_code == 302
    before.refresh_from_db()
    after = one.instruments.first()
    assert (str(before.ended_on), str(after.effective_on), str(after.made_on)) == (
        "2026-09-01",
        "2026-09-01",
        "2026-06-01",
    )
    assert after.verdict_then
    assert after.verdict_today
    read.refresh_from_db()
    assert read.body == one


@pytest.mark.parametrize(
    ("day", "seats", "says"),
    [
        (("", "", ""), 2, "Say the day"),
        (("31", "2", "2026"), 2, "Say the day"),
        (("1", "9", "2026"), "many", "cannot be put on file"),
    ],
)
def test_what_cannot_be_put_on_file(client, read, day, seats, says):
    """The reason is said, and what is on file stays."""
    one = body("Fenwick Lodge School")
    read.reading["put"]["data"]["seats"]["parent"] = seats
    read.save()
    answer = put(client, one, read.pk, day)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert one.instruments.count() == 1


def test_a_document_of_another_is_not_taken(client, read):
    """What is on file of a body already, or of another authority, cannot be chosen."""
    from governance.desk.models import Authority

    read.authority = Authority.objects.create(name="Southshire")
    read.save()
    assert put(client, body("Fenwick Lodge School"), read.pk).status_code == 422


def test_what_is_made_is_on_file(client):
    """With the move that makes it, the instrument of a proposal takes the place of the one before."""
    from governance.desk.look import today
    from governance.desk.models import Proposal
    from governance.desk.statuses import do

    proposal = Proposal.objects.get(body__name="Beacon Hill Infant School")
    day = today()
    effective_on = proposal.latest.on
    do(
        proposal,
        "make",
        version=1,
        on=day,
        by_office="solicitor",
        today=day,
        said={"effective_on": effective_on},
    )
    found = body("Beacon Hill Infant School").instrument_on(effective_on)
    assert found.data["seats"] == proposal.latest.data["seats"]
    assert (found.made_on, found.effective_on) == (day, effective_on)


def test_standing_is_told_anew_each_day(desk):
    """What was checked under the law of another day, or with other rules, is checked again."""
    import datetime

    from governance.desk.models import Instrument
    from governance.desk.on_file import check_again

    day = datetime.date(2026, 12, 1)
    assert check_again(day) == Instrument.objects.filter(ended_on=None).count()
    assert check_again(day) == 0


def test_a_new_day_while_the_desk_runs(client, monkeypatch):
    """The first page of another day has every instrument checked by the law of that day."""
    import datetime

    from django.utils import timezone

    from governance.desk.models import Instrument

    day = timezone.localdate() + datetime.timedelta(days=1)
    assert 200 == client.get("/about").status_code
    current = Instrument.objects.filter(ended_on=None)
    assert day not in set(current.values_list("checked_on", flat=True))
    monkeypatch.setattr(timezone, "localdate", lambda: day)
    assert 200 == client.get("/about").status_code
    assert {day} == set(current.values_list("checked_on", flat=True))
