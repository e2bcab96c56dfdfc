"""Articles of which only what matters to a timeline is filled in."""

from __future__ import annotations

from factcli.schema import Entity, Event, EventClass, Facts, Label, Mention, Published, Status, Trigger, When


def on(first: str, last: str | None = None) -> When:
    """A day, or the time from one day to another."""
    return When(value=first if last is None else f"{first}/{last}", earliest=first, latest=last or first, date="t1")


def entity(id: str, label: Label, name: str, kb_id: str | None = None, **known: object) -> Entity:
    """An entity named once."""
    mention = Mention(start=0, end=len(name), text=name)
    return Entity(id=id, label=label, name=name, kb_id=kb_id, mentions=[mention], **known)  # type: ignore[arg-type]


def event(
    id: str,
    when: When | None,
    *,
    type: str | None = "visit",
    trigger: str = "tiba",
    agents: tuple[str, ...] = ("e1",),
    patients: tuple[str, ...] = (),
    places: tuple[str, ...] = ("e2",),
    status: Status = "actual",
    class_: EventClass = "OCCURRENCE",
    summary: str = "",
    main: bool = False,
    printable: float | None = None,
) -> Event:
    """An event; its trigger stands where its number says."""
    start = 10 * int(id[1:])
    return Event(
        id=id,
        trigger=Trigger(start=start, end=start + len(trigger), text=trigger, lemma=trigger),
        class_=class_,
        type=type,
        when=when,
        agents=list(agents),
        patients=list(patients),
        places=list(places),
        status=status,
        score=0.9,
        main=main,
        printable=printable,
        summary=summary or f"summary of {id}",
    )


SINTA = entity("e1", "PER", "Sinta Dewi", "Q1")
AMBON = entity("e2", "LOC", "Ambon", "Q2", country="ID", lat=-3.7, lon=128.2, ids={"kemendagri": "81.71"})
TERNATE = entity("e3", "LOC", "Ternate", "Q3", country="ID", lat=0.8, lon=127.4, ids={"kemendagri": "82.71"})
INDONESIA = entity("e4", "LOC", "Indonesia", "Q252", country="ID", lat=-2.0, lon=118.0, ids={"iso": "ID"})
MALUKU = entity("e5", "LOC", "Maluku", "Q5", country="ID", ids={"kemendagri": "81"})


def facts(
    *events: Event,
    id: str = "a",
    entities: tuple[Entity, ...] = (SINTA, AMBON, TERNATE, INDONESIA, MALUKU),
    published: str | None = None,
) -> Facts:
    """An article with a person e1, the cities e2 and e3, their country e4, and the province e5 of the first."""
    day = Published(value=published, basis="option" if published else "none")
    return Facts(id=id, entities=list(entities), events=list(events), published=day)
