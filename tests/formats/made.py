"""An article with its facts, small and made by hand, with all that a format may stumble over."""

from __future__ import annotations

from factcli.schema import (
    DateExpression,
    Entity,
    Event,
    EventClass,
    Facts,
    Mention,
    Published,
    Sentence,
    Status,
    TimelineEntry,
    Trigger,
    When,
)

TITLE = "Pasar <Baru> & Pelabuhan"
TEXT = f"""{TITLE}
Wali kota Sari <b>membuka</b> pasar di Bitung pada 3 Februari 2020, kata “Budi”.
Ia akan meresmikan pelabuhan di Manado pada 5 Maret 2020; ia mungkin menunda pembangunan.
"""
BITUNG = {"lat": 1.4404, "lon": 125.1217, "country": "ID", "kb_id": "Q5930"}
MANADO = {"lat": 1.4748, "lon": 124.8421, "country": "ID", "kb_id": "Q3900"}


def facts(id: str = "pasar", source: str | None = "Harian Laut") -> Facts:
    """Return the facts of the article: an opening, a plan with a day, and something possible without a time."""
    first, second = TEXT.index("Wali"), TEXT.index("Ia akan")
    return Facts(
        id=id,
        source=source,
        title=TITLE,
        published=Published(value="2020-02-04", basis="option"),
        text=TEXT,
        sentences=[
            Sentence(start=0, end=len(TITLE), section="title"),
            Sentence(start=first, end=second - 1),
            Sentence(start=second, end=len(TEXT) - 1),
        ],
        entities=[
            entity("e1", "PER", "Sari"),
            entity("e2", "LOC", "Bitung", **BITUNG),
            entity("e3", "LOC", "Manado", **MANADO),
            entity("e4", "PER", "Budi"),
        ],
        dates=[day("t1", "3 Februari 2020", "2020-02-03"), day("t2", "5 Maret 2020", "2020-03-05")],
        events=[
            event("v1", "membuka", when=on("2020-02-03", "t1"), agents=["e1"], places=["e2"], reported_by=["e4"]),
            event("v2", "kata", class_="REPORTING", agents=["e4"]),
            event("v3", "meresmikan", "planned", when=on("2020-03-05", "t2"), agents=["e1"], places=["e3"], sentence=2),
            event("v4", "menunda", "possible", agents=["e1"], sentence=2),
        ],
        timeline=entries(),
    )


def entries(prefix: str = "") -> list[TimelineEntry]:
    """Return the timeline: what happened, what is planned, what has no date."""
    return [
        TimelineEntry(when=on("2020-02-03", "t1"), events=[f"{prefix}v1"], summary="Sari membuka pasar di Bitung"),
        TimelineEntry(
            when=on("2020-03-05", "t2"), events=[f"{prefix}v3"], summary="Sari akan meresmikan, di Manado; pelabuhan"
        ),
        TimelineEntry(when=None, events=[f"{prefix}v4"], summary="Sari menunda pembangunan"),
    ]


def on(value: str, date: str | None = None) -> When:
    """Return the time of one day."""
    return When(value=value, earliest=value[:10], latest=value[:10], date=date)


def day(id: str, text: str, value: str) -> DateExpression:
    """Return the expression of a day that stands in the text."""
    start = TEXT.index(text)
    return DateExpression(
        id=id, start=start, end=start + len(text), text=text, type="DATE", value=value, earliest=value, latest=value
    )


def entity(id: str, label: str, name: str, **known: object) -> Entity:
    """Return an entity with its one mention."""
    start = TEXT.index(name)
    mention = Mention(start=start, end=start + len(name), text=name)
    return Entity(id=id, label=label, name=name, mentions=[mention], **known)  # type: ignore[arg-type]


def event(
    id: str,
    word: str,
    status: Status = "actual",
    *,
    class_: EventClass = "OCCURRENCE",
    when: When | None = None,
    sentence: int = 1,
    **roles: list[str],
) -> Event:
    """Return an event whose trigger is the first `word` of the text."""
    start = TEXT.index(word)
    trigger = Trigger(start=start, end=start + len(word), text=word, lemma=word.removeprefix("me"))
    return Event(
        id=id,
        trigger=trigger,
        class_=class_,
        status=status,
        when=when,
        sentence=sentence,
        summary=f"Sari {word}",
        **roles,  # type: ignore[arg-type]
    )
