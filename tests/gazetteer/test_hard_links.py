"""Names that mean several things, in paragraphs of our own: what the linker makes of them, and how sure it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pytest

from factcli.gazetteer import Gazetteer
from factcli.gazetteer.calibration import PATH, calibrated, points
from factcli.gazetteer.linker import link
from factcli.schema import Entity, Label, Mention

HARD = Path(__file__).with_name("hard_links.txt")
DEV = Path(__file__).resolve().parents[3] / "shared" / "eval" / "events" / "dev.jsonl"
MARK = re.compile(r"\[(PER|ORG|LOC):([^\]=]+)=([^\]]+)\]")
Judged = tuple[Entity, bool | None]


def paragraphs() -> Iterator[tuple[str, list[Entity], list[str]]]:
    """Each paragraph's text, an entity for each label and mark, and the mark of each entity."""
    for line in HARD.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        plain, end, entities = "", 0, dict[tuple[str, str], Entity]()
        for match in MARK.finditer(line):
            plain += line[end : match.start()]
            mention = Mention(start=len(plain), end=len(plain) + len(match[2]), text=match[2])
            label: Label = "PER" if match[1] == "PER" else "ORG" if match[1] == "ORG" else "LOC"
            entity = entities.setdefault(
                (label, match[3]), Entity(id=f"e{len(entities) + 1}", label=label, name=match[2])
            )
            entity.mentions.append(mention)
            entity.name = max(entity.name, match[2], key=len)
            plain += match[2]
            end = match.end()
        yield plain + line[end:], list(entities.values()), [mark for _, mark in entities]


def of_hard_paragraphs(gazetteer: Gazetteer) -> Iterator[Judged]:
    """Each linked entity, and whether its id is the one marked; None for what is left without one."""
    for text, entities, marks in paragraphs():
        for entity, mark in zip(link(entities, text, gazetteer), marks, strict=True):
            given = entity.kb_id or entity.ids.get("factcli")
            yield entity, None if given is None else given in mark.split("|")


def of_dev(gazetteer: Gazetteer) -> Iterator[Judged]:
    """The same for the entities of the development set, as they are marked there, that have an id or surely none."""
    for line in DEV.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        entities = [
            Entity(id=e["id"], label=e["label"], name=e["name"], mentions=msgspec.convert(e["mentions"], list[Mention]))
            for e in article["entities"]
        ]
        for entity, gold in zip(link(entities, article["text"], gazetteer), article["entities"], strict=True):
            if gold.get("kb_id"):
                yield entity, None if entity.kb_id is None else entity.kb_id == gold["kb_id"]


def share_right(judged: Iterable[Judged]) -> float:
    made = [right for _, right in judged if right is not None]
    return sum(made) / len(made)


def test_links_of_ambiguous_names(gazetteer: Gazetteer) -> None:
    judged = list(of_hard_paragraphs(gazetteer))
    known = [mark for _, _, marks in paragraphs() for mark in marks if "NIL" not in mark]
    assert len(judged) > 150
    assert share_right(judged) >= 0.97
    assert sum(right is True for _, right in judged) / len(known) >= 0.95


def test_the_map_rises_and_is_what_was_measured() -> None:
    import tomllib

    assert list(points()) == sorted(points())
    assert all(one[1] < other[1] for one, other in zip(points(), points()[1:], strict=False))
    assert all(0 <= calibrated(x / 50) <= calibrated((x + 1) / 50) <= 1 for x in range(-50, 150))
    for measured in tomllib.loads(PATH.read_text(encoding="utf-8"))["bin"]:
        middle = (measured["from"] + min(measured["to"], 1.4)) / 2
        assert calibrated(middle) == pytest.approx((measured["right"] + 1) / (measured["links"] + 2), abs=0.02)


@pytest.mark.skipif(not DEV.exists(), reason="the development set is not here")
def test_of_links_with_nine_tenths_nine_in_ten_are_right(gazetteer: Gazetteer) -> None:
    judged = [*of_dev(gazetteer), *of_hard_paragraphs(gazetteer)]
    counted = 0
    for low, high in ((0.0, 0.9), (0.9, 0.95), (0.95, 1.01)):
        near = [(entity, right) for entity, right in judged if entity.score is not None and low <= entity.score < high]
        if len(near) >= 10:
            counted += len(near)
            assert share_right(near) >= min(entity.score or 1.0 for entity, _ in near) - 0.03
    assert counted > len(judged) / 2
