"""The facts of articles as Markdown: for each its timeline, then who and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcli.formats.markdown_text import markdown_table, markdown_text
from factcli.formats.timeline_markdown import timeline_markdown
from factcli.formats.when_text import day_text
from factcli.formats.wikidata import wikidata_page
from factcli.formats.words import words
from factcli.schema import LABELS, Entity, Facts


def facts_markdown(documents: Iterable[Facts]) -> Iterator[str]:
    """Yield a section for each article."""
    for number, facts in enumerate(documents):
        yield ("\n" if number else "") + "\n".join(_section(facts))


def _section(facts: Facts) -> Iterator[str]:
    """Yield the parts of an article's section, each ended by a line end: heading, origin, timeline, entities."""
    yield f"# {markdown_text(facts.title or facts.id)}\n"
    day = facts.published.value
    published = day_text(day) if day else None
    origin = [markdown_text(part) for part in (facts.source, published) if part]
    if origin:
        yield ", ".join(origin) + "\n"
    if facts.timeline:
        yield f"## {words()['sections']['timeline']}\n"
        yield timeline_markdown(facts.timeline, [facts])
    for label in LABELS:
        entities = [entity for entity in facts.entities if entity.label == label]
        if entities:
            headings = words()["headings"]
            yield f"## {words()['sections'][label]}\n"
            rows = [
                [_linked(entity), markdown_text(entity.country or "—"), str(len(entity.mentions))]
                for entity in entities
            ]
            yield markdown_table([headings["name"], headings["country"], headings["mentions"]], rows)


def _linked(entity: Entity) -> str:
    name = markdown_text(entity.name)
    page = wikidata_page(entity)
    return f"[{name}]({page})" if page else name
