"""An account: one report of an event, with what is needed to decide whether another reports the same event."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from factcli.schema import PARTICIPANT_ROLES, Entity, Event, Facts, Sentence
from factcli.timeline.identities import Identities, identity
from factcli.timeline.kinds import ordinals, table
from factcli.timeline.lookup import Lookup
from factcli.timeline.offices import offices
from factcli.timeline.places import Place, place_of
from factcli.timeline.times import days_of, is_dated
from factcli.timeline.words import WORD, Vector, distinct_words, meaning, rarity, vectors_of

# The probability of what nobody judged.
UNKNOWN = 0.5
# So far from the word that names an event, in characters, its sentence is read: facts from outside may be one sentence.
FARTHEST = 2000


@dataclass(frozen=True)
class Account:
    """One report of an event, the name by which its entry calls it, and the identities of those who take part.

    `article` is the number of its article, from 0, `published` that article's day (ISO 8601). `represented` are those
    for whom its agents act or speak; `names` are what those who take part are called; `where` are its places
    themselves; `words` are those of its summary; `sentence` is where it stands, `context` what that says, `dates` what
    its dates say; `is_headline`: it is reported by the article's title; `topic` is what that title means. One that
    cannot stand alone, for want of a time, only joins others.
    """

    name: str
    event: Event
    article: int
    published: str | None
    agents: frozenset[str]
    patients: frozenset[str]
    places: frozenset[str]
    represented: frozenset[str]
    names: frozenset[str]
    where: tuple[Place, ...]
    words: frozenset[str]
    is_headline: bool = False
    stands_alone: bool = True
    sentence: Sentence | None = None
    dates: tuple[str, ...] = ()
    context: str = ""
    topic: Vector = field(default_factory=lambda: meaning(()), compare=False, repr=False)

    @property
    def position(self) -> tuple[int, int]:
        """Where it stands among all: its article, and the code point at which its trigger begins."""
        return self.article, self.event.trigger.start

    @cached_property
    def ordinal(self) -> str | None:
        """The number that it has in a series, beside the word that names it: `ledakan kedua`."""
        return ordinals().get(self.after[0]) if self.after else None

    @cached_property
    def is_further(self) -> bool:
        """Whether the word before the one that names it makes it another of a kind: `juga menemukan`."""
        return bool(self.before) and self.before[-1] in table("further")["words"]

    @cached_property
    def before(self) -> list[str]:
        """The words of the sentence before the one that names it."""
        return WORD.findall(self.context[: self._place(self.event.trigger.start)].casefold())

    @cached_property
    def after(self) -> list[str]:
        """The words of the sentence behind the one that names it."""
        return WORD.findall(self.context[self._place(self.event.trigger.end) :].casefold())

    def _place(self, place: int) -> int:
        """Where a place of the text is in the context; without a sentence nothing stands behind."""
        return place - _read_from(self.event, self.sentence) if self.sentence else len(self.context)

    @cached_property
    def days(self) -> int | None:
        """How many days its time covers; None where it is open or unknown."""
        return days_of(self.event.when)

    @cached_property
    def trigger_word(self) -> str:
        """The word that names it, lower-cased."""
        return self.event.trigger.text.casefold()

    @cached_property
    def trigger_meaning(self) -> Vector:
        """What that word means."""
        return meaning([self.trigger_word])

    @cached_property
    def clause_meaning(self) -> Vector:
        """What the words of the summary mean together."""
        return meaning(self.words)

    @cached_property
    def clause_vectors(self) -> Vector:
        """What each word of the summary means."""
        return vectors_of(self.words)

    @cached_property
    def weight(self) -> float:
        """How much the words of the summary say."""
        return sum(map(rarity, self.words))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers of the summary."""
        return frozenset(word for word in self.words if word.isdigit())

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """The words of the summary without the names of those who take part."""
        return self.words - {word for name in self.names for word in name.split()}

    @cached_property
    def undated_words(self) -> frozenset[str]:
        """Its words less its dates and what holds them; of `menangkap 3 warga pada 3 Mei` the first `3` stays."""
        text = self.event.summary.casefold()
        for date in sorted(self.dates, key=len, reverse=True):
            text = text.replace(date.casefold(), " ")
        return distinct_words(text).difference(table("holding")["words"])

    @property
    def printable(self) -> float:
        """How likely an editor would print it; as likely as not where nobody judged."""
        return UNKNOWN if self.event.printable is None else self.event.printable

    @cached_property
    def participants(self) -> frozenset[str]:
        """Whoever and whatever has a role in it."""
        return self.agents | self.patients | self.places


def every_account(documents: Sequence[Facts]) -> list[Account]:
    """The events of all articles; of several each is named `DOCUMENT#v1`, of one `v1`."""
    identities, several = Identities(documents), len(documents) > 1
    return [
        account
        for number, facts in enumerate(documents)
        for account in _accounts_of(facts, number, f"{facts.id}#" if several else "", identities)
    ]


def _accounts_of(facts: Facts, number: int, prefix: str, identities: Identities) -> Iterator[Account]:
    """The events of the `number`th article; names begin with `prefix`."""
    lookup, topic = Lookup(facts), meaning(distinct_words(facts.title or ""))
    names = {entity.id: names_of(entity) for entity in facts.entities}
    dates = _dates_of_sentences(facts)
    represented: dict[str, set[str]] = defaultdict(set)
    for holder, body in offices(facts):
        represented[holder.id].add(identities.of(body))
    for event in facts.events:
        sentence = facts.sentences[event.sentence] if 0 <= event.sentence < len(facts.sentences) else None
        is_headline = sentence is not None and sentence.section == "title"
        agents, patients, places = (lookup.having(event, role) for role in PARTICIPANT_ROLES)
        involved = [*agents, *patients, *places]
        yield Account(
            name=f"{prefix}{event.id}",
            event=event,
            article=number,
            published=facts.published.value,
            agents=frozenset(map(identities.of, agents)),
            patients=frozenset(map(identities.of, patients)),
            places=frozenset(map(identities.of, places)),
            represented=frozenset().union(*(represented[entity.id] for entity in agents)),
            names=frozenset().union(*(names[entity.id] for entity in involved)),
            where=tuple(map(place_of, places)),
            sentence=sentence,
            context=_context(facts.text, event, sentence),
            is_headline=is_headline,
            stands_alone=stands_alone(event, is_headline=is_headline),
            words=distinct_words(event.summary),
            dates=tuple(dates.get(event.sentence, ())),
            topic=topic,
        )


def _dates_of_sentences(facts: Facts) -> Mapping[int, list[str]]:
    """What the dates of each sentence say."""
    starts = [sentence.start for sentence in facts.sentences]
    found: dict[int, list[str]] = defaultdict(list)
    for date in facts.dates:
        found[bisect_right(starts, date.start) - 1].append(date.text)
    return found


def _read_from(event: Event, sentence: Sentence) -> int:
    """Where in the text the context of an event begins."""
    return max(sentence.start, event.trigger.start - FARTHEST)


def _context(text: str, event: Event, sentence: Sentence | None) -> str:
    """What the sentence of an event says, or the summary where there is none."""
    if sentence is None:
        return event.summary
    return text[_read_from(event, sentence) : min(sentence.end, event.trigger.end + FARTHEST)]


def names_of(entity: Entity) -> frozenset[str]:
    """Everything by which a reader may ask for an entity, folded: its name, its mentions, its id."""
    texts = (entity.name, identity(entity), *(mention.text for mention in entity.mentions))
    return frozenset(map(folded, texts))


def folded(name: str) -> str:
    """A name as names are compared: case folded, with single spaces."""
    return " ".join(name.casefold().split())


def stands_alone(event: Event, *, is_headline: bool = False) -> bool:
    """True for what can be an entry of a timeline: what has a time.

    Without a time only the article's news, and what is planned, of a known type and has somebody and somewhere to it,
    in the headline one of them.
    """
    if is_dated(event.when):
        return True
    if event.class_ != "OCCURRENCE":
        return False
    involved = len({*event.agents, *event.patients, *event.places})
    is_clear = event.type is not None and involved >= (1 if is_headline else 2)
    return event.main or (event.status == "planned" and is_clear)
