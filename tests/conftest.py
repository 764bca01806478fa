"""What every test shares: Hypothesis without a clock and without chance, so that the same tree gives the same run.

`HYPOTHESIS_PROFILE=explore` looks at more cases, and other ones than yesterday; `mutate` makes no counterexample smaller.
"""

import os
import time

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "tests", deadline=None, derandomize=True, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", settings.get_profile("tests"), derandomize=False, max_examples=400)
settings.register_profile(
    "mutate",
    settings.get_profile("tests"),
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tests"))

_TOOK = "governance/whole"
_STARTED = pytest.StashKey()


def pytest_report_header(config):
    """Say how long the whole suite took when it last ran here, for whoever waits for it."""
    if _whole(config) and (took := config.cache.get(_TOOK, None)):
        return f"the whole suite took {took[0] // 60} min {took[0] % 60} s when it last ran here, on {took[1]} cores"
    return []


def pytest_sessionstart(session):
    """Take the time."""
    session.config.stash[_STARTED] = time.monotonic()


def pytest_sessionfinish(session):
    """Keep how long the whole suite took."""
    if _whole(session.config) and not session.shouldstop:
        took = round(time.monotonic() - session.config.stash[_STARTED])
        session.config.cache.set(_TOOK, [took, os.cpu_count()])


def _whole(config):
    return not hasattr(config, "workerinput") and list(config.invocation_params.args) == []
