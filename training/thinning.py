"""An annotated article as it would read without some of its sentences, so that none is learned by heart."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import replace

from factcli.events.features import Place
from factcli.events.paths import WordTree
from training.examples import EventLabels, Events, Example


def thinned(example: Example, odds: float, draw: random.Random) -> Example:
    """The article without a share `odds` of the sentences that neither title it, nor date anything, nor report its
    news; one without annotation of events as it is.
    """
    marks = example.events
    if marks is None:
        return example
    left_out = {number for number in _bare(marks) if draw.random() < odds}
    kept = [word for word, place in enumerate(marks.places) if place.sentence not in left_out]
    if len(kept) == len(marks.places):
        return example
    moved = {word: number for number, word in enumerate(kept)}
    names = [(moved[first], moved[last], kind) for first, last, kind in example.names if {first, last} <= moved.keys()]
    return replace(
        example, words=[example.words[word] for word in kept], names=names, events=_moved(marks, kept, moved)
    )


def _bare(marks: Events) -> list[int]:
    """The sentences that can be left out, in order."""
    needed = {place.sentence for place in marks.places if place.title}
    needed |= {marks.places[word].sentence for date in marks.dates for word in date}
    needed |= {marks.places[event.word].sentence for event in marks.events if event.main}
    return [number for number in dict.fromkeys(place.sentence for place in marks.places) if number not in needed]


def _moved(marks: Events, kept: list[int], moved: dict[int, int]) -> Events:
    """What is marked of the words that are `kept`, by their new numbers."""
    sentences = {number: new for new, number in enumerate(dict.fromkeys(marks.places[word].sentence for word in kept))}

    def there(place: Place) -> Place:
        return Place(moved[place.word], sentences[place.sentence], place.title)

    # No sentence with a date is left out, so all dates stay.
    dates = [(moved[first], moved[last]) for first, last in marks.dates]
    mentions = [number for number, (first, last, _) in enumerate(marks.mentions) if {first, last} <= moved.keys()]
    named = {marks.mentions[number][2] for number in mentions}
    tree = marks.tree
    return replace(
        marks,
        events=[_event(event, moved, named) for event in marks.events if event.word in moved],
        alternatives=frozenset(moved[word] for word in marks.alternatives if word in moved),
        opening=sum(word < marks.opening for word in kept),
        dates=dates,
        date_features=[one._replace(place=there(one.place)) for one in marks.date_features],
        mentions=[
            (moved[first], moved[last], entity)
            for first, last, entity in (marks.mentions[number] for number in mentions)
        ],
        mention_features=[
            one._replace(place=there(one.place)) for one in (marks.mention_features[number] for number in mentions)
        ],
        places=[there(marks.places[word]) for word in kept],
        likely=[marks.likely[word] for word in kept] if marks.likely else (),
        tree=tree and WordTree([moved[tree.heads[word]] for word in kept], [tree.relations[word] for word in kept]),
    )


def _event(event: EventLabels, moved: dict[int, int], named: Collection[int]) -> EventLabels:
    roles = {entity: role for entity, role in event.roles.items() if entity in named}
    return replace(event, word=moved[event.word], roles=roles)
