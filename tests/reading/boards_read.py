"""What is read of a text on a governing body, for the tests on seats: its seats and its total."""

from governance.reading.intake.intake import transcribe_text
from governance.reading.understand import understand

BOARD = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 5}


def read(text):
    return understand(transcribe_text(text))


def seats(text):
    """Every category that has a seat."""
    found = read(text).data.get("seats", {})
    return {key: value for key, value in found.items() if key != "total" and value}


def total(text):
    return read(text).data.get("seats", {}).get("total")
