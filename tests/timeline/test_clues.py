"""An article of thousands of events on one day is merged in time that grows with their number."""

from __future__ import annotations

import pytest
from growth import assert_linear

from factcli.schema import Entity, Event, Facts, Trigger, When
from factcli.timeline import merge_timeline
from factcli.timeline.account import every_account
from factcli.timeline.clues import MOST, likely_pairs

THOUSANDS = 2000
DAY = When(value="2021-05-03", earliest="2021-05-03", latest="2021-05-03", date="t1")


def day_of(count: int, lemma: str, *, sentences: int, one_doer: bool) -> Facts:
    """An article in which so many things happen on one day, all of one kind."""
    kind = "accident" if lemma == "celaka" else "visit"
    entities = [Entity(id=f"e{n}", label="PER", name=f"Warga{n} Nomor{n}") for n in range(count)]
    entities.append(Entity(id="di", label="LOC", name="Karang"))
    happened = [
        Event(
            id=f"v{n}",
            trigger=Trigger(start=n, end=n, text=lemma, lemma=lemma),
            class_="OCCURRENCE",
            type=kind,
            when=DAY,
            agents=["e0" if one_doer else f"e{n}"] if kind == "visit" else [],
            patients=[f"e{n}"] if kind == "accident" or one_doer else [],
            places=["di"] if kind == "visit" else [],
            sentence=n % sentences,
            summary=f"Warga{n} {lemma}",
        )
        for n in range(count)
    ]
    return Facts(id="a", entities=entities, events=happened)


def test_of_many_that_are_as_likely_the_latest_are_compared() -> None:
    day = day_of(2 * MOST, "datang", sentences=2 * MOST, one_doer=True)
    *_, (last, others) = likely_pairs(every_account([day]))
    assert sorted(others) == list(range(last - MOST, last))


@pytest.mark.parametrize("lemma", ["datang", "celaka"])
@pytest.mark.parametrize("sentences", [1, THOUSANDS])
@pytest.mark.parametrize("one_doer", [False, True])
def test_time_grows_with_the_events_of_a_day_and_not_with_their_square(
    lemma: str, sentences: int, one_doer: bool
) -> None:
    def day(count: int) -> list[Facts]:
        return [day_of(count, lemma, sentences=sentences, one_doer=one_doer)]

    if not one_doer:
        assert len(merge_timeline(day(500))) == 500
    assert_linear(day, merge_timeline, THOUSANDS // 2)
