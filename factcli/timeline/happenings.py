"""An event with what is needed to tell whether another article, or another sentence, tells the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcli.schema import Entity, Event, Facts, Sentence, When
from factcli.timeline.identities import Identities, identity
from factcli.timeline.lookup import Lookup, Role
from factcli.timeline.places import Place, place_of

ROLES: tuple[Role, ...] = ("agents", "patients", "places")
# From this probability on an event belongs on a reader's timeline; events without one do.
WORTH_TELLING = 0.5
# Dated events with a lower score are left off: more of them are wrong than right.
SURE_ENOUGH = 0.4
_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True)
class Happening:
    """An event, the name by which its entry calls it, and the identities of those who take part.

    `names` are what a reader may ask for, `named_places` those of its places; `where` are the places themselves;
    `words` the words of its summary that name no participant; `is_headline`: it is told by the article's title;
    `sentence` is where it stands.
    """

    name: str
    event: Event
    place: tuple[int, int]
    published: str | None
    agents: frozenset[str]
    patients: frozenset[str]
    places: frozenset[str]
    names: frozenset[str]
    where: tuple[Place, ...]
    words: frozenset[str]
    is_headline: bool = False
    sentence: Sentence | None = None

    @property
    def participants(self) -> frozenset[str]:
        """Whoever and whatever has a role in it."""
        return self.agents | self.patients | self.places


def happenings_of(
    facts: Facts, number: int, prefix: str, identities: Identities, *, with_quotes: bool = False
) -> Iterator[Happening]:
    """The events of the `number`th article that belong on a timeline; names begin with `prefix`.

    `with_quotes` takes in sayings that only carry a quotation.
    """
    lookup = Lookup(facts)
    names = {entity.id: names_of(entity) for entity in facts.entities}
    for event in facts.events:
        is_headline = event.summary == (facts.title or "").strip()
        if not belongs(event, with_quotes=with_quotes, is_headline=is_headline):
            continue
        agents, patients, places = (lookup.having(event, role) for role in ROLES)
        involved = [*agents, *patients, *places]
        yield Happening(
            name=f"{prefix}{event.id}",
            event=event,
            place=(number, event.trigger.start),
            published=facts.published.value,
            agents=frozenset(map(identities.of, agents)),
            patients=frozenset(map(identities.of, patients)),
            places=frozenset(map(identities.of, places)),
            names=frozenset().union(*(names[entity.id] for entity in involved)),
            where=tuple(map(place_of, places)),
            sentence=facts.sentences[event.sentence] if 0 <= event.sentence < len(facts.sentences) else None,
            is_headline=is_headline,
            words=_words(event.summary) - {word for entity in involved for word in _words(entity.name)},
        )


def names_of(entity: Entity) -> frozenset[str]:
    """Everything by which a reader may ask for an entity, case folded: its name, its mentions, its id."""
    texts = (entity.name, identity(entity), *(mention.text for mention in entity.mentions))
    return frozenset(" ".join(text.casefold().split()) for text in texts)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def belongs(event: Event, *, with_quotes: bool = False, is_headline: bool = False) -> bool:
    """True for what a reader wants on a timeline: `with_quotes` everything that has a time.

    Not sayings that only carry a quotation, side remarks, or what is unsure. Without a time only what is planned: the
    article's news, and what is of a known type and has somebody and somewhere to it, in the headline one of them.
    """
    if not with_quotes and (event.type == "quote" or not _is_wanted(event)):
        return False
    if is_dated(event.when):
        return True
    if event.status != "planned" or event.class_ != "OCCURRENCE":
        return False
    involved = len({*event.agents, *event.patients, *event.places})
    return event.main or (event.type is not None and involved >= (1 if is_headline else 2))


def _is_wanted(event: Event) -> bool:
    """False for what the reader hardly needs, or what is too unsure; the article's news is always wanted."""
    is_news = event.main or (event.when is not None and event.when.basis == "published")
    if event.salience is None or is_news:
        return True
    is_sure = event.when is None or event.score is None or event.score >= SURE_ENOUGH
    return event.salience >= WORTH_TELLING and is_sure


def is_dated(when: When | None) -> bool:
    """True for a time with a first or last day."""
    return when is not None and (when.earliest is not None or when.latest is not None)
