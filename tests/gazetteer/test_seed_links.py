"""The article that the project began with: everybody in it is who the sources say."""

from __future__ import annotations

import re
from pathlib import Path

from factcli.gazetteer import Gazetteer
from factcli.gazetteer.linker import link, merge
from factcli.schema import Entity, Label, Mention

SEED = Path(__file__).resolve().parents[2] / "seeds" / "putin-korea-utara.txt"
NAMED: list[tuple[Label, list[str], str | None]] = [
    ("LOC", ["Korea Utara", "Korut"], "Q423"),
    ("LOC", ["Rusia"], "Q159"),
    ("LOC", ["Pyongyang"], "Q18808"),
    ("LOC", ["Ukraina"], "Q212"),
    ("LOC", ["Iran"], "Q794"),
    ("LOC", ["AS"], "Q30"),
    ("LOC", ["Moskow"], "Q649"),
    ("PER", ["Vladimir Putin", "Putin"], "Q7747"),
    ("PER", ["Kim Jong Un"], "Q56226"),
    ("PER", ["Kim Jon Un"], "Q56226"),
    ("PER", ["Kim Jong Il"], "Q10665"),
    ("PER", ["Choe Son Hui"], "Q30436217"),
    ("PER", ["Dmitry Peskov", "Peskov"], "fc-person-dmitry-peskov"),
    ("PER", ["Pranay Vaddi", "Vaddi"], None),
    ("ORG", ["DW"], "Q153770"),
    ("ORG", ["KCNA"], "fc-org-kcna"),
    ("ORG", ["Kremlin"], "fc-org-kremlin"),
    ("ORG", ["Gedung Putih"], "Q35525"),
    ("ORG", ["Dewan Keamanan PBB"], "Q37470"),
    ("ORG", ["Pusat Studi Strategis dan Internasional"], "Q1053614"),
    ("ORG", ["Kementerian Luar Negeri"], "fc-org-kementerian-luar-negeri-korea-utara"),
]


def test_the_seed_article(gazetteer: Gazetteer) -> None:
    text = SEED.read_text(encoding="utf-8")
    entities = []
    for number, (label, forms, _) in enumerate(NAMED):
        pattern = r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b"
        found = [Mention(start=m.start(), end=m.end(), text=m.group()) for m in re.finditer(pattern, text)]
        entities.append(Entity(id=f"e{number}", label=label, name=forms[0], mentions=found))
    linked = link(entities, text, gazetteer)
    assert [e.kb_id or e.ids.get("factcli") for e in linked] == [key for _, _, key in NAMED]
    kim = next(entity for entity in merge(linked) if entity.kb_id == "Q56226")
    assert {mention.text for mention in kim.mentions} == {"Kim Jong Un", "Kim Jon Un"}
