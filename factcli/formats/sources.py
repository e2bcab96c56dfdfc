"""What an entry of a timeline rests on: its sentence, and the articles that report it with their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from factcli.formats.cited_events import CitedEvent, sources
from factcli.schema import Facts, Frozen, TimelineEntry

# Other addresses (`javascript:`, a path), and those with marks that would end a link, are shown to nobody as a link.
_ADDRESS = re.compile(r"https?://[!#-&(-;=?-\[\]-_a-~]+", re.IGNORECASE)


class Source(Frozen, frozen=True):
    """An article that reports an entry: its outlet, its day of publication and its address, as far as known."""

    document: str
    title: str | None
    source: str | None
    published: str | None
    url: str | None


class Quoted(Frozen, frozen=True):
    """The sentence that an entry's summary is made from, and where it stands in the text of its document."""

    document: str
    start: int
    end: int
    text: str


def source_of(facts: Facts) -> Source:
    """Return an article as a source."""
    return Source(
        document=facts.id, title=facts.title, source=facts.source, published=facts.published.value, url=facts.url
    )


def sources_of(cited: Iterable[CitedEvent]) -> list[Source]:
    """Return the articles that report an entry, each once."""
    return [source_of(facts) for facts in sources(cited)]


def by_id(documents: Sequence[Facts]) -> dict[str | None, Facts]:
    """Return the documents by what `Evidence.document` calls them: None is the only one."""
    found: dict[str | None, Facts] = {facts.id: facts for facts in documents}
    if len(documents) == 1:
        found[None] = documents[0]
    return found


def quoted(entry: TimelineEntry, documents: Mapping[str | None, Facts]) -> Quoted | None:
    """Return the sentence that an entry rests on, None where it names none."""
    evidence = entry.evidence
    facts = documents.get(evidence.document) if evidence is not None else None
    if evidence is None or facts is None:
        return None
    text = facts.text[evidence.start : evidence.end]
    return Quoted(document=facts.id, start=evidence.start, end=evidence.end, text=text)


def sentence_beside(entry: TimelineEntry, documents: Mapping[str | None, Facts]) -> Quoted | None:
    """Return the sentence that an entry rests on, None where it names none or its summary says the same."""
    sentence = quoted(entry, documents)
    is_said = sentence is not None and sentence.text.strip(" .") == entry.summary.strip(" .")
    return None if is_said else sentence


def address(url: str | None) -> str | None:
    """Return an address that a reader can be sent to, None for anything else."""
    return url if url is not None and _ADDRESS.fullmatch(url) else None
