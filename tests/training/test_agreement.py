"""What our own readers mark and what the head says, weighed: as many words are likely as both habits would mark."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from own_article import own_example
from tiny_joint import tiny_joint

from training.agreement import PRECISION, RECALL, agreed
from training.articles import HABIT, OWN
from training.examples import Example
from training.logits import kind_logits
from training.losses import event_loss


def likely_of(article: Example) -> list[float]:
    """What is likely of each word."""
    assert article.events is not None
    return list(article.events.likely)


def dated_words(article: Example) -> set[int]:
    """The words marked as dated events."""
    assert article.events is not None
    return {event.word for event in article.events.events if event.dated}


def test_as_many_words_are_likely_as_both_habits_mark() -> None:
    of_the_sets, own = own_example(), replace(own_example(), habit=OWN)
    same, found = agreed(tiny_joint(), [of_the_sets, own])
    assert same == of_the_sets
    marked, likely = dated_words(own), likely_of(found)
    assert len(likely) == len(own.words)
    right = sum(likely[word] for word in marked)
    assert right == pytest.approx(PRECISION * len(marked), abs=0.01)
    assert sum(likely) == pytest.approx(right / RECALL, abs=0.01)


def test_without_articles_of_our_own_nothing_changes() -> None:
    assert agreed(tiny_joint(), [own_example()]) == [own_example()]


def test_what_the_head_finds_likelier_is_likelier() -> None:
    model, own = tiny_joint().eval(), replace(own_example(), habit=OWN)
    [found] = agreed(model, [own])
    marked, likely = dated_words(own), likely_of(found)
    assert own.events is not None
    with torch.no_grad():
        dated = kind_logits(model, own.events, model.read([own])[0], HABIT).softmax(dim=-1)[:, 1].tolist()
    for group in (marked, set(range(len(own.words))) - marked):
        assert sorted(group, key=dated.__getitem__) == sorted(group, key=likely.__getitem__)


def test_the_head_that_ships_learns_from_it() -> None:
    model = tiny_joint().eval()
    [found] = agreed(model, [replace(own_example(), habit=OWN)])
    event_loss(model, found, model.read([found])[0])["kind"].backward()  # type: ignore[no-untyped-call]
    assert model.events.kind.output.weight.grad is not None
    assert model.own_kind.output.weight.grad is not None
