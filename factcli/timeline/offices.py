"""Who acts and speaks for whom: `Juru Bicara KPK Sinta Dewi` for KPK, `Gubernur Maluku Sinta Dewi` for Maluku."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcli.schema import Entity, Facts

# Between the body that ends the words of an office, and the name of who holds it.
BETWEEN = re.compile(r",? ")


def offices(facts: Facts) -> Iterator[tuple[Entity, Entity]]:
    """People, each with the body or the place that stands right before a mention of the name."""
    mentions = sorted(
        ((mention.start, mention.end, entity) for entity in facts.entities for mention in entity.mentions),
        key=lambda mention: mention[:2],
    )
    for (_, end, body), (start, _, holder) in pairwise(mentions):
        if body.label != "PER" and holder.label == "PER" and BETWEEN.fullmatch(facts.text, end, start):
            yield holder, body
