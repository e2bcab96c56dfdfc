"""What is worth an entry is seen beside what a reader needs more."""

from __future__ import annotations

from facts_of_tests import event, facts, on

from factcli.timeline import merge_timeline, timeline_of
from factcli.timeline.account import Account, every_account
from factcli.timeline.group import Group
from factcli.timeline.need import Setting
from factcli.timeline.need import features_of as of_need
from factcli.timeline.worth import features_of

STEPS = facts(
    event("v1", on("2021-05-03"), summary="Sinta Dewi tiba di Ambon"),
    event("v2", on("2021-05-03"), type="meeting", trigger="bertemu", summary="Warga bertemu di balai kota"),
    event("v3", on("2021-05-04"), type="meeting", trigger="berpamitan", summary="Rombongan berpamitan"),
    id="a",
)
ANOTHER = facts(event("v1", on("2021-06-01"), summary="Hujan turun"), id="b")


def ahead_of_the_second(accounts: list[Account]) -> tuple[float, float, float]:
    """What stands before the article's second step of its first day, and before its only one of the next day."""
    setting, groups = Setting(accounts), [Group([one]) for one in accounts]
    found = features_of(dict(zip(groups, [3.0, 2.0, 1.0, 0.0], strict=False)))
    second, third = groups[1], groups[2]
    needs = of_need(second.accounts, setting)
    return (
        needs["behind others of its day"],
        found[second]["of its day before"],
        found[third]["of its day before"],
    )


def test_a_step_stands_behind_those_of_its_article_and_day() -> None:
    behind, before, alone = ahead_of_the_second(every_account([STEPS, ANOTHER]))
    assert behind > 0
    assert before > 0
    assert alone == 0


def test_what_says_the_same_as_one_needed_more_has_said_it() -> None:
    accounts = every_account([STEPS])
    first, again, other = Group(accounts[:1]), Group(accounts[:1]), Group(accounts[1:2])
    found = features_of({first: 2.0, again: 1.0, other: 0.0})
    assert found[first]["said before"] == 0
    assert found[again]["said before"] == 1
    assert found[other]["said before"] < 1


def test_what_may_have_happened_does_not_say_that_it_did() -> None:
    summary = "Sinta Dewi tiba di Ambon"
    article = facts(
        event("v1", on("2021-05-03"), summary=summary),
        event("v2", on("2021-05-03"), status="possible", summary=summary),
        id="c",
    )
    accounts = every_account([article])
    deed, rumour = Group(accounts[:1]), Group(accounts[1:])
    assert features_of({rumour: 2.0, deed: 1.0})[deed]["said before"] == 0
    assert features_of({deed: 2.0, rumour: 1.0})[rumour]["said before"] == 1


def test_a_group_works_out_once_which_account_speaks_for_it() -> None:
    accounts = every_account([STEPS])
    group = Group(accounts[:2])
    assert group.best is group.best
    assert group.when == group.dated.event.when


def test_of_one_article_what_nobody_would_print_is_left_out() -> None:
    article = facts(
        event("v1", on("2021-05-03"), summary="Hal itu terjadi", trigger="terjadi", printable=0.05),
        event("v2", on("2021-05-04"), summary="Sinta Dewi tiba di Ambon", trigger="tiba", printable=0.6),
        id="d",
    )
    assert [entry.events for entry in timeline_of(article)] == [["v2"]]
    assert len(merge_timeline([article], everything=True)) == 2
    assert len(merge_timeline([article, ANOTHER])) == 3


def test_the_news_of_an_article_is_shown_however_it_is_worded() -> None:
    news = facts(event("v1", on("2021-05-03"), summary="Hal itu terjadi", main=True, printable=0.05), id="e")
    assert [entry.events for entry in timeline_of(news)] == [["v1"]]
