"""Where the user's own files lie (XDG Base Directory Specification)."""

from __future__ import annotations

import os
from pathlib import Path


def configuration_folder() -> Path:
    """Return the folder of factcli's settings: `$XDG_CONFIG_HOME/factcli`."""
    return _folder("XDG_CONFIG_HOME", ".config")


def data_folder() -> Path:
    """Return the folder of what factcli keeps: `$XDG_DATA_HOME/factcli`."""
    return _folder("XDG_DATA_HOME", ".local", "share")


def _folder(variable: str, *usual: str) -> Path:
    chosen = Path(os.environ.get(variable, ""))
    base = chosen if chosen.is_absolute() else _home().joinpath(*usual)
    return base / "factcli"


def _home() -> Path:
    """Return the user's home folder; the root folder for a user of whom the system knows none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.sep)
