"""What is said beside a file fills in what it lacks, and never overrules it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.errors import ContradictionError
from governance.model.beside import FLAGS, fill_in
from governance.model.names import CATEGORIES


@given(st.sampled_from(CATEGORIES), st.none() | st.sampled_from(CATEGORIES))
def test_category(said, there):
    """It is filled in where there is none, agrees with the same, and contradicts every other."""
    data = {"school": {"category": there} if there else {}}
    if there in (None, said):
        assert said == fill_in(data, {"category": said})["school"]["category"]
    else:
        with pytest.raises(ContradictionError, match=f'--category says "{said}", and .* says "{there}"'):
            fill_in(data, {"category": said})


@pytest.mark.parametrize(
    ("key", "said", "there", "agree"),
    [
        ("name", "hill", "Hill Primary School", True),
        ("name", "Hill Primary School", "Hill", True),
        ("name", "Mill", "Hill Primary School", False),
        ("local_authority", "Kent", "Kent County Council", True),
        ("local_authority", "Kent", "Essex County Council", False),
        ("religious_character", "CofE", "Church of England", True),
        ("religious_character", "none", "Does not apply", True),
        ("religious_character", "none", "Jewish", False),
        ("foundation", "foundation", "foundation", True),
        ("foundation", "none", "qualifying", False),
        ("foundation", "none", "No", True),
        ("category", "voluntary aided", "VA school", True),
        ("category", "foundation", "VA school", False),
    ],
)
def test_agree_or_contradict(key, said, there, agree):
    """A name may be given shorter or longer, and what the file has stays; the option is named where it does not agree."""
    data = {"school": {key: there}, "seats": {"parent": 2}}
    if agree:
        assert data == fill_in(data, {key: said})
    else:
        with pytest.raises(ContradictionError, match=f"^{FLAGS[key]} says"):
            fill_in(data, {key: said})


@pytest.mark.parametrize("data", [{"school": 3}, {"school": {"category": 3}}, {}])
def test_what_is_no_proposal_is_left_to_its_own_error(data):
    """Nothing fails, and nothing that is wrong is hidden."""
    filled = fill_in(data, {"name": "Hill School"})
    assert filled["school"] == data.get("school", {}) or "Hill School" == filled["school"]["name"]
