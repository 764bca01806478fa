"""Screen 1: a board is checked on one page, with and without an answer that follows."""

BOARD = {
    "school.category": "community",
    "instrument.effective_on-day": "18",
    "instrument.effective_on-month": "9",
    "instrument.effective_on-year": "2018",
    "seats.parent": "2",
    "seats.local_authority": "1",
    "seats.staff": "1",
    "seats.head_teacher": "1",
    "seats.co_opted": "7",
}


def text(response):
    return response.content.decode()


def test_a_lawful_board(client):
    """The verdict, the condition and its citation."""
    said = text(client.get("/check", BOARD))
    assert "Lawful, on condition" in said
    assert "At most 2 of the 7 co-opted governors are employed at the school" in said
    assert "https://www.legislation.gov.uk/uksi/2012/1034/regulation/13" in said


def test_use_a_nearest_board(client):
    """An unlawful board has nearest boards, and [Use] puts the seats of one into the form."""
    said = text(client.get("/check", BOARD | {"seats.parent": "1"}))
    assert ">Unlawful<" in said
    chosen = said.partition('name="use" value="')[2].partition('"')[0]
    answer = client.get("/check", BOARD | {"seats.parent": "1", "use": chosen}, follow=True)
    assert ">Lawful, on condition<" in text(answer)
