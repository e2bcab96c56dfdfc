"""`factcli explain`: what is asked for and not there."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import Run, StubPipeline


def test_an_event_that_is_not_there_is_one_line_with_a_way_on(
    run: Run, stub: type[StubPipeline], tmp_path: Path
) -> None:
    article = tmp_path / "pasar.txt"
    article.write_text("Warga membuka pasar ikan di Ambon, Senin (13/5/2024).", encoding="utf-8")
    result = run("explain", str(article), "--event", "v99", "--quiet")
    assert (result.exit_code, stub.loads) == (1, 1)
    assert "--event v99: no such event; without it all are listed" in result.stderr
