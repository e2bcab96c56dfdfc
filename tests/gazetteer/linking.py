"""Entities from marked text: what the linker's tests are written in."""

from __future__ import annotations

import re

from factcli.schema import Entity, Label, Mention

MARK = re.compile(r"\[(PER|ORG|LOC):([^\]]+)\]")


def marked(text: str) -> tuple[str, list[Entity]]:
    """The text without its marks (`[PER:Joko Widodo] tiba`) and an entity for each label and name marked."""
    plain, entities, end = "", dict[tuple[str, str], Entity](), 0
    for match in MARK.finditer(text):
        plain += text[end : match.start()]
        label, name = _label(match[1]), match[2]
        entity = entities.setdefault((label, name), Entity(id=f"e{len(entities) + 1}", label=label, name=name))
        entity.mentions = [*entity.mentions, Mention(start=len(plain), end=len(plain) + len(name), text=name)]
        plain += name
        end = match.end()
    return plain + text[end:], list(entities.values())


def _label(text: str) -> Label:
    return "PER" if text == "PER" else "ORG" if text == "ORG" else "LOC"
