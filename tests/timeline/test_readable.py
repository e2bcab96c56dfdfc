"""A summary that reads alone is told from one that does not; learned, so only clear cases are asserted."""

from __future__ import annotations

import pytest
from facts_of_tests import AMBON, SINTA, event, facts, on

from factcli.timeline import merge_timeline
from factcli.timeline.account import Account, accounts_of
from factcli.timeline.identities import Identities
from factcli.timeline.lookup import Lookup
from factcli.timeline.readable import PATH, examples, features_of, readable_of
from factcli.timeline.regression import CONSTANT, weights

WHOLE = "Sinta Dewi membuka pasar ikan yang baru di Ambon"


def account(summary: str) -> Account:
    made = facts(event("v1", on("2021-05-03"), summary=summary), entities=(SINTA, AMBON))
    [only] = accounts_of(made, 0, "", Identities([made]))
    return only


@pytest.mark.parametrize(
    "summary",
    [
        "Hal itu disampaikan kepada warga di pasar ikan yang baru",
        "Ia membuka pasar ikan yang baru di kota itu",
        '"Kami sudah membukanya kemarin, dan semua orang senang sekali," ujarnya',
        "Sinta Dewi membuka pasar ikan yang",
        "Pasar dibuka",
    ],
)
def test_what_points_back_speaks_or_breaks_off_reads_worse_alone(summary: str) -> None:
    assert readable_of(account(summary)) < readable_of(account(WHOLE))


def test_every_feature_has_its_weight() -> None:
    assert set(features_of(account(WHOLE))) | {CONSTANT} == set(weights(PATH))


@pytest.mark.parametrize(("text", "count"), [(WHOLE, 2), ("Pasar di Ambon, kata Sinta Dewi.", 2), ("Pasar dibuka", 0)])
def test_the_entities_that_a_summary_names_are_counted(text: str, count: int) -> None:
    assert Lookup(facts(entities=(SINTA, AMBON))).named_in(text) == count


@pytest.mark.parametrize("example", examples(), ids=lambda example: str(example["shown"]))
def test_the_account_that_can_be_read_alone_is_shown(example: dict[str, str]) -> None:
    events = [
        event(f"v{number}", on("2021-05-03"), summary=example[key]) for number, key in enumerate(("other", "one"), 1)
    ]
    [entry] = merge_timeline([facts(*events)])
    assert entry.summary == example["shown"]
