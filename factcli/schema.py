"""The records that all rooms share: what is read (`Article`) and what is extracted (`Facts`).

Offsets are Unicode code points into `Article.text`; days are ISO 8601 (`2024-01-22`); values of time are
TIMEX3 (TimeML 1.2.1). `Facts` written as JSON is schema version `factcli/1`: keys are always there, empty
or null where nothing is known.
"""

from __future__ import annotations

import datetime
from typing import Literal, TypeAlias, get_args

import msgspec

SCHEMA_VERSION: Literal["factcli/1"] = "factcli/1"

# The heads number labels, types of dates, classes and statuses in the order that stands here: their weights rest on it.
Label: TypeAlias = Literal["PER", "ORG", "LOC"]
LABELS: tuple[Label, ...] = get_args(Label)
TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
Basis: TypeAlias = Literal["option", "metadata", "dateline", "text", "none"]
WhenBasis: TypeAlias = Literal["text", "published"]
EventClass: TypeAlias = Literal["OCCURRENCE", "REPORTING"]
Status: TypeAlias = Literal["actual", "planned", "possible", "negated"]
Role: TypeAlias = Literal["agents", "patients", "places", "reported_by"]
# In the order in which the columns of tables have them.
ROLES: tuple[Role, ...] = get_args(Role)
# Of who and what takes part, in the order in which the heads number them.
PARTICIPANT_ROLES: tuple[Role, ...] = ("agents", "patients", "places")
Section: TypeAlias = Literal["title", "body"]
Modifier: TypeAlias = Literal["MORE_THAN", "LESS_THAN", "APPROX"]
BlockKind: TypeAlias = Literal["title", "credit", "dateline", "invitation", "body"]


class Struct(msgspec.Struct):
    """A record of the schema; its fields are the keys of the JSON object."""


class Frozen(msgspec.Struct, frozen=True):
    """A record that never changes once made, and so can be compared and kept in sets."""


class Published(Frozen, frozen=True, kw_only=True):
    """The day of publication and how it is known; `start` and `end` only where it stands in the text."""

    value: str | None = None
    basis: Basis = "none"
    start: int | None = None
    end: int | None = None


class Block(Frozen, frozen=True, kw_only=True):
    """A stretch of the text that no sentence crosses: the headline, a credit, a dateline, a paragraph.

    An `invitation` is to read something else (`Baca juga: ...`): what it says is not of this article.
    """

    start: int
    end: int
    kind: BlockKind


class Article(Frozen, frozen=True, kw_only=True):
    """What reading gives: the text unchanged, its blocks in order, and what is known of its origin.

    `language` is the one that the text seems to be in (ISO 639-1).
    """

    text: str
    id: str = ""
    source: str | None = None
    language: str = "id"
    title: str | None = None
    url: str | None = None
    published: Published = Published()
    blocks: tuple[Block, ...] = ()


class Mention(Frozen, frozen=True, kw_only=True):
    """One place in the text where an entity is named."""

    start: int
    end: int
    text: str


class Entity(Struct, kw_only=True):
    """One real person, organisation or place, all its mentions, and its ids in the world."""

    id: str
    label: Label
    name: str
    kb_id: str | None = None
    ids: dict[str, str] = {}
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    score: float | None = None
    mentions: list[Mention] = []


class DateExpression(Struct, kw_only=True):
    """A TIMEX3: where it stands, what it says, and the first and last day it covers (null: open or unknown)."""

    id: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str | None = None
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None


class Side(Struct, kw_only=True):
    """One side of a match: where the text names it, and its part of the score."""

    start: int
    end: int
    text: str
    score: int


class Quantity(Struct, kw_only=True):
    """How many, how much, how strong: where it stands, what it says, and the event that it measures.

    `value` is the one number that is said, null for a range or a rough word (`ratusan`); `low` and `high` are the least
    and the most that it can be, null where that end is open. `unit` says in what (`person`, `IDR`, `percent`, `m`),
    `of` what became of them or what is measured (`dead`, `loss`, `height`), null where no word says so. Of a `score`,
    `low` and `high` are the lower and the higher side's, and `sides` has the sides that the text names, each with its
    points.
    """

    id: str
    start: int
    end: int
    text: str
    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    unit: str
    of: str | None = None
    event: str | None = None
    mod: Modifier | None = None
    sides: list[Side] = []


class When(Frozen, frozen=True, kw_only=True):
    """When an event happens: a TIMEX3 value, the days it covers, and the date expression that says so.

    With the basis `published` no time is stated: the article's own news happened on the day of publication or the day
    before.
    """

    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    date: str | None = None
    basis: WhenBasis = "text"

    def days_from(self, day: str | None) -> int:
        """How many days its first known day is from a day (ISO 8601); 0 where one of the two is not known."""
        own = self.earliest or self.latest
        if own is None or day is None:
            return 0
        return abs((datetime.date.fromisoformat(own) - datetime.date.fromisoformat(day[:10])).days)


class Trigger(Frozen, frozen=True, kw_only=True):
    """The one word that names the event."""

    start: int
    end: int
    text: str
    lemma: str


class Event(Struct, kw_only=True):
    """Who did what to whom, where and when; roles hold entity ids.

    `same` is the first mention of the same event in the article, itself if it is the first; `main`: it is the article's
    main news; `salience` the probability that it belongs on a reader's timeline, `score` that it is right, `printable`
    that an editor would print its summary with its time as it stands.
    """

    id: str
    trigger: Trigger
    class_: EventClass = msgspec.field(name="class")
    type: str | None = None
    status: Status = "actual"
    when: When | None = None
    agents: list[str] = []
    patients: list[str] = []
    places: list[str] = []
    reported_by: list[str] = []
    sentence: int = 0
    same: str | None = None
    main: bool = False
    salience: float | None = None
    score: float | None = None
    printable: float | None = None
    summary: str = ""


class Sentence(Frozen, frozen=True, kw_only=True):
    """A sentence's place in the text and whether it belongs to the headline or the body."""

    start: int
    end: int
    section: Section = "body"


class Evidence(Frozen, frozen=True, kw_only=True):
    """The sentence that an entry rests on: its place in the text of `document` (null: the only article)."""

    document: str | None
    start: int
    end: int


class Statement(Struct, kw_only=True):
    """What one article states of a figure: the quantity that says it (`q1`, of several articles `DOCUMENT#q1`).

    `published` is the day of the article; the other keys are the quantity's.
    """

    quantity: str
    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    mod: Modifier | None = None
    published: str | None = None
    sides: list[Side] = []


class Figure(Struct, kw_only=True):
    """A figure of an entry, as the latest article states it; `otherwise` is what those before it stated."""

    quantity: str
    of: str | None = None
    unit: str
    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    mod: Modifier | None = None
    published: str | None = None
    sides: list[Side] = []
    otherwise: list[Statement] = []


class TimelineEntry(Struct, kw_only=True):
    """One event on the timeline, which its `events` report: when it was, and a sentence for the reader.

    Of several articles `document` is the one whose date `when.date` is; `otherwise` holds the times that other articles
    or sentences give against `when`; `evidence` is the sentence that the summary is made from; `need` the probability
    that a reader of the story needs an entry of its own for it (`timeline/worth.py`); `figures` are the quantities that
    measure the event, each of a kind once.
    """

    when: When | None
    events: list[str]
    summary: str
    document: str | None = None
    otherwise: list[When] = []
    evidence: Evidence | None = None
    figures: list[Figure] = []
    need: float | None = None


class Facts(Struct, kw_only=True):
    """All facts of one article: what `factcli extract` prints."""

    schema: Literal["factcli/1"] = SCHEMA_VERSION
    id: str = ""
    source: str | None = None
    url: str | None = None
    language: str = "id"
    title: str | None = None
    published: Published = Published()
    text: str = ""
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    dates: list[DateExpression] = []
    quantities: list[Quantity] = []
    events: list[Event] = []
    timeline: list[TimelineEntry] = []


class Failure(Frozen, frozen=True, kw_only=True):
    """An article that could not be processed, and why."""

    article: str
    reason: str
