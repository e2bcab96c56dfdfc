"""What editors said of entries is kept without text, and found again on the events of the extracted article."""

from __future__ import annotations

from pathlib import Path

import msgspec

from factcli.schema import DateExpression, Event, Facts, Published, Sentence, Trigger, When
from training.editors import RIGHT, articles, judged, judgements
from training.standoff import FILES, digest

LINE = "Sinta Dewi membuka pasar di Ambon, Senin (3/5/2021)."
TABLE = f"line\tpublished\ttrigger\tverdict\tcodes\n{digest(LINE)}\t2021-05-03\t11\tU\tNS\n"


def facts_of(line: str) -> Facts:
    when = When(value="2021-05-03", earliest="2021-05-03", latest="2021-05-03", date="d1")
    trigger = Trigger(start=11, end=18, text="membuka", lemma="buka")
    event = Event(id="v1", trigger=trigger, class_="OCCURRENCE", type=None, status="actual", when=when, summary=line)
    date = DateExpression(id="d1", start=35, end=51, text=line[35:51], type="DATE", value=when.value)
    return Facts(
        id=digest(line),
        text=line,
        published=Published(value="2021-05-03", basis="metadata"),
        sentences=[Sentence(start=0, end=len(line))],
        dates=[date],
        events=[event],
    )


def test_a_judgement_is_found_on_the_entry_that_it_is_of(tmp_path: Path) -> None:
    (table := tmp_path / "editors.tsv").write_text(TABLE, encoding="utf-8")
    for name in FILES:
        (tmp_path / name).write_text(f"Lain.\n{LINE}\n", encoding="utf-8")
    [article] = articles(tmp_path, table)
    assert article == {"id": digest(LINE), "published": "2021-05-03", "text": LINE}
    (made := tmp_path / "facts.jsonl").write_bytes(msgspec.json.encode(facts_of(LINE)))
    [one] = judged(made, table)
    [row] = one.said.values()
    assert (row.verdict, row.codes) == ("U", frozenset("NS"))
    assert [account.name for group in one.said for account in group.accounts] == ["v1"]


def test_the_judgements_that_are_kept_can_be_read() -> None:
    rows = judgements()
    assert len(rows) == 4831
    assert {row.verdict for row in rows} == {RIGHT, "U", "W"}
    assert not any(row.codes for row in rows if row.verdict == RIGHT)
