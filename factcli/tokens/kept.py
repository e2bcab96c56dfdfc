"""What the rooms keep on a Doc, in a form that `DocBin`, `Doc.to_disk` and other processes can carry."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
from spacy.tokens import Doc, Span

from factcli.schema import Article, Block, DateExpression, Entity, Event, Quantity

KINDS: dict[str, tuple[Any, object]] = {
    "article": (Article | None, None),
    "published": (str | None, None),
    "blocks": (tuple[Block, ...], ()),
    "multiword": (tuple[tuple[int, int], ...], ()),
    "entities": (list[Entity], []),
    "dates": (list[DateExpression], []),
    "events": (list[Event], []),
    "quantities": (list[Quantity], []),
}
"""The type of each `doc._.name`, and what it is before a component has set it."""


def keep(*names: str) -> None:
    """Register `doc._.name` for each name of KINDS.

    The value lies in `doc.user_data` as MessagePack, which spaCy can store. Reading it makes a new object: to change
    it, assign the changed one.
    """
    for name in names:
        kind, default = KINDS[name]
        key = f"factcli.{name}"
        if not Doc.has_extension(name):
            getter = partial(_read, key=key, decoder=msgspec.msgpack.Decoder(kind), default=default)
            Doc.set_extension(name, getter=getter, setter=partial(_write, key=key))


def keep_score() -> None:
    """Register `span._.score`, the probability that the span is what its label says."""
    if not Span.has_extension("score"):
        Span.set_extension("score", default=None)


def _read(doc: Doc, *, key: str, decoder: msgspec.msgpack.Decoder[Any], default: object) -> object:
    raw = doc.user_data.get(key)
    return decoder.decode(raw if raw is not None else msgspec.msgpack.encode(default))


def _write(doc: Doc, value: object, *, key: str) -> None:
    doc.user_data[key] = msgspec.msgpack.encode(value)
