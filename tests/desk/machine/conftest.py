"""These tests run the desk in processes of its own, and need none set up here."""

import pytest


@pytest.fixture(autouse=True)
def undone():
    """Nothing is written here that must be undone."""
