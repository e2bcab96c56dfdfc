"""The gazetteer with the tables that the user brings along (`--gazetteer FILE`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.cli import messages
from factcli.cli.options import wrong_use

if TYPE_CHECKING:
    from factcli.gazetteer import Gazetteer


def with_own_entities(files: Sequence[str] | None, failed: Callable[[str], None]) -> Gazetteer | None:
    """Return the gazetteer with these tables, None where there are none; ends the command where one is not a table.

    Bad rows are reported to `failed`, each in a line that names file and line; the other rows are used.
    """
    if not files:
        return None
    from factcli.gazetteer import Gazetteer, GazetteerError

    messages.detail("loading the gazetteer")
    try:
        return Gazetteer.load([Path(name) for name in files], failed)
    except GazetteerError as error:
        wrong_use(" ".join(str(error).split()))
