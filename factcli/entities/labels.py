"""One article, one usage: all mentions of a string have one label."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from factcli.entities.spans import LabelLookup, TaggedSpan
from factcli.schema import Label


def one_label_each(
    text: str, mentions: Sequence[TaggedSpan], known: LabelLookup, people: Collection[str]
) -> list[TaggedSpan]:
    """The mentions with the label that most of the same string have; in ties the gazetteer's, then the first.

    The gazetteer has as many votes as all mentions, and none where the head marks a person each time, twice or more:
    people are called Sony and Madrid too. Of the initials of `people` it has none either: `pria berinisial AS`.
    """
    votes: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for mention in mentions:
        votes[text[mention.start : mention.end]][mention.label] += 1
    for surface, counted in list(votes.items()):
        label = known(surface)
        if label is not None and not (len(counted) == 1 and counted["PER"] > 1):
            votes[surface] = Counter({label: counted[label], **counted})
            votes[surface][label] += counted.total()
    labels = {surface: counted.most_common(1)[0][0] for surface, counted in votes.items()}
    labels.update(dict.fromkeys(people, "PER"))
    return [replace(one, label=labels[text[one.start : one.end]]) for one in mentions]
