"""Marked spans -> mentions, by the guidelines, in one pass."""

from __future__ import annotations

from collections.abc import Sequence

from factcli.entities.cutting import names_in
from factcli.entities.exclusions import without_excluded
from factcli.entities.initials import initials_of_people, people_by_initials
from factcli.entities.joined import joined
from factcli.entities.labels import one_label_each
from factcli.entities.repeats import known_names, with_repeats
from factcli.entities.spans import LabelLookup, TaggedSpan, unknown, without_overlaps
from factcli.entities.wholes import whole_names


def mentions_of(text: str, spans: Sequence[TaggedSpan], known: LabelLookup = unknown) -> list[TaggedSpan]:
    """The mentions of people, organisations and places, in order, none overlapping.

    `spans` are what the head marks, offsets in code points into `text`; `known` labels a name by the gazetteer.
    Edges and labels follow docs/annotation.md: titles outside, an abbreviation in brackets a mention of its own, one
    label for one name throughout.
    """
    tagged = {text[span.start : span.end] for span in spans}
    names = [name for span in spans for name in names_in(text, span, tagged, known)]
    names = whole_names(text, joined(text, names, known), known)
    people = initials_of_people(text)
    names = with_repeats(text, [*one_label_each(text, names, known, people), *people_by_initials(text, people)])
    return without_excluded(text, without_overlaps([*names, *known_names(text, known)]))
