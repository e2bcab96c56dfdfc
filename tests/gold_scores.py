"""How facts are scored against the gold set.

Figures are percentages. Spans pair off one to one, equal spans first, then by how much they share; the definitions
are those of the project's evaluation, so that a figure here means what it means there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeAlias, TypeVar

from gold_set import NO_ID, GoldArticle, GoldEvent

from factcli.schema import PARTICIPANT_ROLES, Entity, Event, Facts, Mention, When

Both: TypeAlias = list[tuple[GoldArticle, Facts]]


def scores(gold: Sequence[GoldArticle], predicted: Sequence[Facts]) -> dict[str, float]:
    """Every figure by its name; `predicted` holds the facts of the same articles in the same order."""
    both = list(zip(gold, predicted, strict=True))
    return date_scores(both) | entity_scores(both) | link_scores(both) | event_scores(both)


def date_scores(both: Both) -> dict[str, float]:
    """F1 of time expressions with their exact extent, and of those with their value."""
    strict = value = found = marked = 0
    for article, facts in both:
        found, marked = found + len(facts.dates), marked + len(article.dates)
        for ours, theirs in paired(article.dates, facts.dates):
            strict += (ours.start, ours.end) == (theirs.start, theirs.end)
            value += _same_value(ours.value, theirs.value)
    return {"date_strict": f1(strict, found, marked), "date_value": f1(value, found, marked)}


def entity_scores(both: Both) -> dict[str, float]:
    """F1 of mentions with their exact extent and label."""
    right = found = marked = 0
    for article, facts in both:
        ours, theirs = _labelled(article.entities), _labelled(facts.entities)
        right, found, marked = right + len(ours & theirs), found + len(theirs), marked + len(ours)
    return {"entity_strict": f1(right, found, marked)}


def link_scores(both: Both) -> dict[str, float]:
    """Share of mentions that got their id, and of given ids that are right."""
    right = known = given = 0
    for article, facts in both:
        mentions = [(mention, entity.kb_id) for entity in facts.entities for mention in entity.mentions]
        for entity in article.entities:
            if entity.kb_id is None:
                continue
            for mention in entity.mentions:
                over = [(shared(mention, other), link) for other, link in mentions if shared(mention, other) > 0]
                link = max(over, key=lambda pair: pair[0])[1] if over else None
                known += entity.kb_id != NO_ID
                given += link is not None
                right += link == entity.kb_id
    return {"link_precision": percent(right, given), "link_recall": percent(right, known)}


def event_scores(both: Both) -> dict[str, float]:
    """F1 of dated events found, of those with the right days, of their roles; and shares of those found."""
    found = dated = status = predicted = marked = on_timeline = listed = 0
    roles_right = roles_found = roles_marked = 0
    for article, facts in both:
        events = [event for event in facts.events if _has_days(event.when)]
        predicted, marked = predicted + len(events), marked + len(article.events)
        on_timeline += sum(event.timeline for event in article.events)
        for ours, theirs in _paired_events(article.events, events):
            right = _same_days(ours.when, theirs.when)
            found, dated, listed = found + 1, dated + right, listed + (right and ours.timeline)
            status += ours.status == theirs.status
            for role in PARTICIPANT_ROLES:
                wanted = _filled(getattr(ours, role), article.entities)
                filled = _filled(getattr(theirs, role), facts.entities)
                roles_marked, roles_found = roles_marked + len(wanted), roles_found + len(filled)
                roles_right += _in_common(wanted, filled)
    return {
        "event_found": f1(found, predicted, marked),
        "event_dated": f1(dated, predicted, marked),
        "timeline_recall": percent(listed, on_timeline),
        "status_of_found": percent(status, found),
        "event_args": f1(roles_right, roles_found, roles_marked),
    }


def percent(part: int, whole: int) -> float:
    """`part` of `whole` in percent; nothing of nothing is 0."""
    return 100 * part / max(whole, 1)


def f1(right: int, predicted: int, gold: int) -> float:
    """The harmonic mean of precision and recall, in percent."""
    return percent(2 * right, predicted + gold)


class Stretch(Protocol):
    """Whatever has a start and an end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Ours = TypeVar("Ours", bound=Stretch)
Theirs = TypeVar("Theirs", bound=Stretch)


def shared(one: Stretch, other: Stretch) -> int:
    """How many characters both cover; below 1 where they do not touch."""
    return min(one.end, other.end) - max(one.start, other.start)


def paired(gold: Sequence[Ours], predicted: Sequence[Theirs]) -> list[tuple[Ours, Theirs]]:
    """Overlapping stretches one to one: equal ones first, then by what they share."""
    candidates = [
        ((ours.start, ours.end) != (theirs.start, theirs.end), -shared(ours, theirs), i, j)
        for i, ours in enumerate(gold)
        for j, theirs in enumerate(predicted)
        if shared(ours, theirs) > 0
    ]
    return [(gold[i], predicted[j]) for i, j in _one_to_one((i, j) for *_, i, j in sorted(candidates))]


def _paired_events(gold: Sequence[GoldEvent], predicted: Sequence[Event]) -> list[tuple[GoldEvent, Event]]:
    """Events with a trigger in common: by the main trigger first, then by the days."""
    candidates = [
        (shared(ours.trigger, theirs.trigger) <= 0, not _same_days(ours.when, theirs.when), i, j)
        for i, ours in enumerate(gold)
        for j, theirs in enumerate(predicted)
        if any(shared(span, theirs.trigger) > 0 for span in (ours.trigger, *ours.alt_triggers))
    ]
    return [(gold[i], predicted[j]) for i, j in _one_to_one((i, j) for *_, i, j in sorted(candidates))]


def _one_to_one(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    kept = []
    for left, right in pairs:
        if left not in taken_left and right not in taken_right:
            taken_left.add(left)
            taken_right.add(right)
            kept.append((left, right))
    return kept


def _same_value(gold: str, predicted: str | None) -> bool:
    """Before dawn may be called night."""
    return gold.upper().replace("TDT", "TNI") == (predicted or "").upper().replace("TDT", "TNI")


def _labelled(entities: Iterable[Entity]) -> set[tuple[int, int, str]]:
    return {(mention.start, mention.end, entity.label) for entity in entities for mention in entity.mentions}


def _has_days(when: When | None) -> bool:
    """Whether the text states a time: the shared scorer passes over those that are guessed from publication."""
    return when is not None and when.basis == "text" and (when.earliest or when.latest) is not None


def _same_days(gold: When, predicted: When | None) -> bool:
    return predicted is not None and (gold.earliest, gold.latest) == (predicted.earliest, predicted.latest)


def _filled(ids: Iterable[str], entities: Iterable[Entity]) -> list[list[Mention]]:
    mentions = {entity.id: entity.mentions for entity in entities}
    return [mentions[identity] for identity in ids if identity in mentions]


def _in_common(gold: list[list[Mention]], predicted: list[list[Mention]]) -> int:
    """How many of the entities in `gold` have one of their own in `predicted`."""
    left = list(predicted)
    for entity in gold:
        for other in left:
            if any(shared(one, two) > 0 for one in entity for two in other):
                left.remove(other)
                break
    return len(predicted) - len(left)
