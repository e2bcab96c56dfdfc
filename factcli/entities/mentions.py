"""Tagged spans -> mentions, by the guidelines: the order in which the rules are applied."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from factcli.entities.boundaries import split_span
from factcli.entities.consistency import one_label_each, person_words, repeats, without_overlaps
from factcli.entities.datelines import dateline_mentions, web_outlets
from factcli.entities.definitions import abbreviations_explained
from factcli.entities.evidence import Evidence
from factcli.entities.exclusions import without_excluded
from factcli.entities.headlines import with_plain_headline
from factcli.entities.lexicon import lexicon_mentions
from factcli.entities.longforms import long_forms
from factcli.entities.neighbours import bare_heads, with_neighbours
from factcli.entities.occurrences import Occurrences, Taken
from factcli.entities.spans import Known, TaggedMention, TaggedSpan, unknown
from factcli.entities.wholes import completed
from factcli.schema import Block

DATELINES = ("dateline", "credit")


def mentions_of(
    text: str, spans: Sequence[TaggedSpan], blocks: Sequence[Block] = (), known: Known = unknown
) -> list[TaggedMention]:
    """The mentions of people, organisations and places, in order, none overlapping.

    `spans` are what the tagger gives, offsets in code points into `text`; `blocks` the parts of the article, whose
    datelines and credits name outlets and places; `known` labels a name by the gazetteer.
    Edges and labels follow GUIDELINES-events.md: titles outside, a country before a person apart, an abbreviation in
    brackets a mention of its own, one label for one name throughout.
    """
    occurrences = Occurrences(text)
    evidence = Evidence.of(text, spans, known)
    split = [mention for span in spans for mention in split_span(text, span, evidence)]
    evidence = Evidence.of(text, [*spans, *split], known, abbreviations_explained(text, split))
    split = [mention for span in spans for mention in split_span(text, span, evidence)]
    mentions = with_neighbours(text, completed(text, without_overlaps(split), known))
    mentions = without_overlaps([*mentions, *long_forms(text, mentions)])
    mentions = with_plain_headline(text, mentions, blocks, known)
    mentions = _with_datelines(text, mentions, blocks, known)
    mentions = without_overlaps([*web_outlets(text), *mentions])
    mentions = one_label_each(text, mentions, known)
    mentions = without_overlaps([*mentions, *repeats(occurrences, mentions, known), *bare_heads(text, mentions)])
    mentions = _with_definitions(occurrences, mentions, known)
    mentions = _filled(mentions, lexicon_mentions(text, evidence))
    mentions = without_overlaps([*mentions, *repeats(occurrences, mentions, known)])
    mentions = _filled(mentions, person_words(occurrences, mentions, evidence))
    return without_excluded(text, with_neighbours(text, mentions), known)


def _filled(mentions: Sequence[TaggedMention], found: Iterable[TaggedMention]) -> list[TaggedMention]:
    """The mentions and those found that touch none of them."""
    taken = Taken(mentions)
    free = (mention for mention in found if not taken.touches(mention.start, mention.end))
    return without_overlaps([*mentions, *free])


def _with_datelines(
    text: str, mentions: Sequence[TaggedMention], blocks: Sequence[Block], known: Known
) -> list[TaggedMention]:
    """The mentions, those in datelines and credits replaced by what these lines say by their form."""
    starts = [mention.start for mention in mentions]
    replaced: set[TaggedMention] = set()
    found: list[TaggedMention] = []
    for block in blocks:
        if block.kind in DATELINES:
            begun = mentions[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
            inside = [mention for mention in begun if mention.end <= block.end]
            replaced.update(inside)
            found += dateline_mentions(text, block, inside, known)
    return without_overlaps([*(mention for mention in mentions if mention not in replaced), *found])


def _with_definitions(occurrences: Occurrences, mentions: Sequence[TaggedMention], known: Known) -> list[TaggedMention]:
    """The mentions and the abbreviations that the text explains, these with the label of what they stand for."""
    text = occurrences.text
    short = list(abbreviations_explained(text, mentions))
    labels = {text[mention.start : mention.end]: mention.label for mention in short}
    kept = [
        TaggedMention(
            start=mention.start,
            end=mention.end,
            label=labels.get(text[mention.start : mention.end], mention.label),
            score=mention.score,
        )
        for mention in mentions
    ]
    kept = without_overlaps([*kept, *short])
    return without_overlaps([*kept, *repeats(occurrences, kept, known)])
