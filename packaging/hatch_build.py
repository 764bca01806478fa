"""What is built before a wheel or a source archive is packed: the desk's stylesheet, once."""

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Stylesheet(BuildHookInterface):  # type: ignore[type-arg]
    """Builds it, but for an editable install, which `make desk` serves."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatch's own call
        """Build it with npm where there is one."""
        if version == "editable":
            return
        spec = importlib.util.spec_from_file_location(
            "stylesheet", Path(self.root) / "packaging" / "desk" / "build.py"
        )
        if spec is None or spec.loader is None:
            return
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        self.app.display_info(module.build())
