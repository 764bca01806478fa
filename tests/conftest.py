"""What every test shares: Hypothesis without a clock and without chance, so that the same tree gives the same run.

`HYPOTHESIS_PROFILE=explore` looks at other cases than those of yesterday.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "tests", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", settings.get_profile("tests"), derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tests"))
