"""The page of keys is that of the reader of today."""

import importlib.util
from pathlib import Path

DRAWING = Path(__file__).parents[2] / "docs" / "proposal.py"
spec = importlib.util.spec_from_file_location("proposal_page", DRAWING)
proposal_page = importlib.util.module_from_spec(spec)
spec.loader.exec_module(proposal_page)


def test_page():
    """Every key, and nothing else."""
    assert proposal_page.page() == proposal_page.PAGE.read_text(encoding="utf-8")
