"""The gold set of `tests/gold/`: articles of our own, marked by hand."""

from __future__ import annotations

from pathlib import Path

import msgspec

from factcli.schema import Entity, EventClass, Status, TimexType, When

FOLDER = Path(__file__).parent / "gold"
NO_ID = "NIL"


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the text, in code points."""

    start: int
    end: int


class GoldDate(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression as marked by hand."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None


class GoldEvent(msgspec.Struct, kw_only=True):
    """A dated event as marked by hand; any of its triggers will do."""

    trigger: Span
    alt_triggers: list[Span]
    class_: EventClass = msgspec.field(name="class")
    status: Status
    when: When
    agents: list[str]
    patients: list[str]
    places: list[str]
    timeline: bool


class GoldArticle(msgspec.Struct, kw_only=True):
    """An article of the gold set; an entity's `kb_id` is `NIL` where it has none and null where nobody looked."""

    id: str
    source: str
    published: str
    title: str
    text: str
    dates: list[GoldDate]
    entities: list[Entity]
    events: list[GoldEvent]


def gold_articles() -> list[GoldArticle]:
    """The articles of the gold set, in order."""
    lines = (FOLDER / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=GoldArticle) for line in lines]
