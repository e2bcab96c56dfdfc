"""What the gazetteer holds: the counts that SOURCES.md states, and what must not be missing."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hanging import HANG_SECONDS

from factcli.gazetteer import Gazetteer, GazetteerRecord
from factcli.gazetteer.builder.assemble import compact
from factcli.gazetteer.builder.sources import Sources
from factcli.gazetteer.tables import DATA

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT.parent / "shared" / "data" / "gazetteer"
ROW = re.compile(r"\| ([^|]+) \| ([^|]*) \| ([\d,]+) \| ([\d,]+) \|")


@pytest.fixture(scope="module")
def records(gazetteer: Gazetteer) -> list[GazetteerRecord]:
    return [record for record in map(gazetteer.get, gazetteer) if record is not None]


def test_the_table_of_what_it_holds(records: list[GazetteerRecord]) -> None:
    rows = ROW.findall((DATA / "SOURCES.md").read_text(encoding="utf-8"))
    assert len(rows) > 20
    for what, kinds, count, with_id in rows:
        named = [record for record in records if not kinds.strip() or record.kind in kinds.split(", ")]
        numbers = [int(number.replace(",", "")) for number in (count, with_id)]
        assert [len(named), sum(record.kb_id is not None for record in named)] == numbers, what


def test_indonesia_is_whole(records: list[GazetteerRecord]) -> None:
    codes = [record.ids["kemendagri"] for record in records if "kemendagri" in record.ids]
    assert Counter(code.count(".") for code in codes) == {0: 38, 1: 514, 2: 7285}
    assert len(set(codes)) == len(codes)
    units = [record for record in records if record.ids.get("kemendagri", "...").count(".") <= 1]
    assert all(record.kb_id is not None for record in units)
    assert sum(record.lat is not None for record in units) > 520


def test_one_place_stands_once(records: list[GazetteerRecord]) -> None:
    seen: dict[tuple[str, str], list[GazetteerRecord]] = defaultdict(list)
    twins = []
    for record in records:
        if record.label != "LOC" or record.lat is None or record.lon is None:
            continue
        for other in seen[record.kind, compact(record.name)]:
            near = abs(record.lat - (other.lat or 0)) < 0.25 and abs(record.lon - (other.lon or 0)) < 0.25
            if near and record.country == other.country and not (record.kb_id and other.kb_id):
                twins.append((record.key, other.key))
        seen[record.kind, compact(record.name)].append(record)
    assert twins == []


@pytest.mark.parametrize(
    ("name", "key"),
    [("Gunung Kerinci", "Q827728"), ("Muenchen", "Q1726"), ("Kota Palu", "Q15826"), ("Madagaskar", "Q1019")],
)
def test_names_that_were_once_missed(gazetteer: Gazetteer, name: str, key: str) -> None:
    assert gazetteer.find(name)[0].record.key == key


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the folder of sources is not here")
def test_a_sample_of_ids_agrees_with_the_sources(records: list[GazetteerRecord]) -> None:
    sources = Sources(SOURCES)
    regions = defaultdict(set)
    for row in sources.rows("g1", "ne_10m_admin_1_states_provinces.id.tsv"):
        regions[row["qid"]].add(row["iso_3166_2"])
    regencies = {row["kemendagri_2016"]: row["qid"] for row in sources.rows("w1", "localities.tsv")}
    clubs = {row["qid"]: row["label_en"] for row in sources.rows("s1", "teams.tsv")}
    checked: Counter[str] = Counter()
    for record in records[::5]:
        code, item = record.ids.get("kemendagri", ""), record.kb_id or ""
        if code.count(".") == 1 and code in regencies:
            assert item == regencies[code]
            checked["w1"] += 1
        if record.kind == "region" and "iso" in record.ids:
            assert record.ids["iso"] in regions[item]
            checked["g1"] += 1
        if record.kind == "football club" and record.sources == ("s1",):
            assert clubs[item] == record.name
            checked["s1"] += 1
    assert min(checked["w1"], checked["g1"], checked["s1"]) > 50


def test_loading_takes_little_memory() -> None:
    program = (
        "import resource, factcli.gazetteer as g\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024\n"
        "before = peak(); loaded = g.Gazetteer.load(); loaded.find('Prabwo Subianto'); print(peak() - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT, text=True, timeout=HANG_SECONDS
    )
    assert int(done.stdout) < 60
