"""What several test modules share: the models, loaded once, and labels in the same language everywhere."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from factcli.formats.csv_columns import use_columns
from factcli.formats.languages import Language, use_language
from factcli.gazetteer import Gazetteer

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline

# Two threads on two cores that others use too wait for each other more than they help.
os.environ.setdefault("OMP_NUM_THREADS", "1")
# No settings and no models of whoever runs the tests, here and in the processes started from here.
for variable in [name for name in os.environ if name.startswith("FACTCLI_")]:
    del os.environ[variable]
# A shell's background job ignores interruptions, and so would every process that a test starts and interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)

# How long an example takes says how busy the machine is, nothing of the code.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "putin-korea-utara.txt"


@pytest.fixture(autouse=True)
def indonesian_labels(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No locale of whoever runs the tests, here and in the processes started from here."""
    for variable in ("LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    yield
    use_language(Language.INDONESIAN)
    use_columns(None, has_headings=True)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Every step with the models that ship with factcli."""
    from factcli.pipeline import Pipeline

    return Pipeline.load()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The gazetteer of the package."""
    return Gazetteer.load()
