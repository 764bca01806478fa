"""What a caller imports from `governance`."""

import pytest

import governance


@pytest.mark.parametrize("name", governance.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name):
    """Each name of __all__ can be had, and each function and class has a docstring."""
    value = getattr(governance, name)
    assert value.__doc__ if callable(value) else name == "__version__"


def test_an_unknown_name_is_refused():
    """A misspelt name is an AttributeError, as in any module."""
    with pytest.raises(AttributeError, match="chekc"):
        _ = governance.chekc
