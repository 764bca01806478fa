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
