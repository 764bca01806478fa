"""The house: every room is known, every arrow points down, and the picture in the docs is that of the code."""

import importlib.util
from pathlib import Path

DRAWING = Path(__file__).parents[1] / "docs" / "architecture.py"
spec = importlib.util.spec_from_file_location("architecture", DRAWING)
architecture = importlib.util.module_from_spec(spec)
spec.loader.exec_module(architecture)


def test_rooms():
    """No room stands outside the house."""
    assert set(architecture.ROOMS) == set(architecture.imports())


def test_arrows():
    """A room imports only rooms below it."""
    order = {room: place for place, room in enumerate(architecture.ROOMS)}
    upward = [
        (room, other)
        for room, others in architecture.imports().items()
        for other in others
        if order[other] < order[room]
    ]
    assert [] == upward


def test_people_and_reading():
    """The reader of documents and the people know nothing of each other."""
    found = architecture.imports()
    assert "reading" not in found["people"]
    assert "people" not in found["reading"]


def test_picture():
    """The page shows the imports as they are."""
    assert architecture.page() == architecture.PAGE.read_text(encoding="utf-8")
