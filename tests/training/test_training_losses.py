"""Every head has a loss, finite and above nothing, that falls when it answers right."""

from __future__ import annotations

from dataclasses import replace
from math import log

import pytest
import torch
from own_article import own_example
from tiny_joint import NAMES, TREES, tiny_joint
from torch import Tensor

from factcli.events.network import DATED, NONE, UNDATED
from training.articles import HABIT, OWN
from training.examples import Example
from training.losses import event_loss, name_loss, tree_loss
from training.model import Joint

EVENT_LOSSES = {
    "kind", "class", "status", "timeline", "main", "date", "end", "bound", "roles", "same",
}  # fmt: skip


@pytest.fixture
def model() -> Joint:
    """The tiny model, read and not trained."""
    return tiny_joint().eval()


def losses_of(model: Joint, example: Example) -> dict[str, Tensor]:
    """The losses of the events of an article."""
    [words] = model.read([example])
    return event_loss(model, example, words)


def test_every_loss_is_finite_and_reaches_its_head(model: Joint) -> None:
    losses = {
        **tree_loss(model, TREES, model.read(TREES)),
        "names": name_loss(model, list(zip(NAMES, model.read(NAMES), strict=True))),
        **losses_of(model, own_example()),
    }
    assert losses.keys() == EVENT_LOSSES | {"upos", "feats", "heads", "relations", "names"}
    for name, loss in losses.items():
        assert loss.shape == () and torch.isfinite(loss) and loss > 0, name
    torch.stack(list(losses.values())).sum().backward()  # type: ignore[no-untyped-call]
    learning = {name for name, parameter in model.named_parameters() if parameter.grad is not None}
    for head in ("syntax.upos", "syntax.arcs", "syntax.relations", "syntax.root", "names.idner", "encoder.layers.0"):
        assert any(name.startswith(head) for name in learning), head
    for head in ("kind", "of_class", "status", "timeline", "main", "date_spans", "dates", "bounds", "roles", "earlier"):
        assert any(name.startswith(f"events.{head}") for name in learning), head
    assert not any(name.startswith(("names.nerui", f"names.{HABIT}")) for name in learning), "of another habit"


@pytest.mark.parametrize("habit", [HABIT, OWN])
def test_which_words_are_events_is_learned_by_the_habit_of_the_set(model: Joint, habit: str) -> None:
    article = replace(own_example(), habit=habit)
    losses = [*losses_of(model, article).values(), name_loss(model, [(article, model.read([article])[0])])]
    torch.stack(losses).sum().backward()  # type: ignore[no-untyped-call]
    learning = {name for name, parameter in model.named_parameters() if parameter.grad is not None}
    for head, learns in (("events.kind.", HABIT), ("own_kind.", OWN), ("own_shift", OWN), (f"names.{OWN}", OWN)):
        assert any(name.startswith(head) for name in learning) == (habit == learns), head
    assert any(name.startswith("events.dates") for name in learning), "the other heads are shared"


def test_what_is_not_marked_of_a_brief_article_is_not_learned(model: Joint) -> None:
    whole, brief = own_example(), replace(own_example(), brief=True)
    assert losses_of(model, whole).keys() - losses_of(model, brief).keys() == {"roles"}


def test_a_model_that_knows_nothing_is_as_wrong_as_chance(model: Joint) -> None:
    with torch.no_grad():
        for parameter in model.syntax.parameters():
            parameter.zero_()
    with torch.no_grad():
        found = tree_loss(model, TREES, model.read(TREES))
    assert float(found["upos"]) == pytest.approx(log(3), abs=1e-4)
    # A word of the first sentence has three places to hang on (the root and two words), one of the second two.
    assert float(found["heads"]) == pytest.approx((3 * log(3) + 2 * log(2)) / 5, abs=1e-4)


def kinds_known(model: Joint, right: bool) -> float:
    """The loss of the kinds where the head is sure of all words, or takes dated for undated."""
    example = own_example()
    assert example.events is not None
    labels = {one.word: DATED if one.dated == right else UNDATED for one in example.events.events}
    logits = torch.full((len(example.words), 3), -20.0)
    for word in range(len(example.words)):
        logits[word, labels.get(word, NONE)] = 20.0
    model.events.kind.forward = lambda *_: logits  # type: ignore[method-assign]
    return float(losses_of(model, example)["kind"].detach())


def test_right_kinds_cost_nothing_and_wrong_ones_do(model: Joint) -> None:
    assert kinds_known(model, right=True) == pytest.approx(0, abs=1e-4)
    assert kinds_known(model, right=False) == pytest.approx(3 * 40, abs=1e-2)


def test_past_the_opening_an_unmarked_word_may_be_undated(model: Joint) -> None:
    example = own_example()
    assert example.events is not None
    logits = torch.zeros(len(example.words), 3)
    logits[:, UNDATED] = 30.0
    model.events.kind.forward = lambda *_: logits  # type: ignore[method-assign]
    marks = replace(example.events, events=[], alternatives=frozenset())
    in_opening = replace(example, events=replace(marks, opening=len(example.words)))
    past_it = replace(example, events=replace(marks, opening=0))
    assert losses_of(model, past_it)["kind"] < 1e-3 < losses_of(model, in_opening)["kind"]


def test_a_word_as_good_as_the_trigger_is_half_an_error(model: Joint) -> None:
    example = own_example()
    assert example.events is not None
    [alternative] = example.events.alternatives
    logits = torch.zeros(len(example.words), 3)
    logits[alternative, DATED] = 30.0
    model.events.kind.forward = lambda *_: logits  # type: ignore[method-assign]
    with_it = losses_of(model, example)["kind"]
    without = losses_of(model, replace(example, events=replace(example.events, alternatives=frozenset())))["kind"]
    assert 0 < with_it < without


def test_an_article_without_events_still_says_which_words_are_none(model: Joint) -> None:
    example = own_example()
    assert example.events is not None
    none = replace(example, events=replace(example.events, events=[], dates=[], date_features=[]))
    assert losses_of(model, none).keys() == {"kind"}


def test_events_without_dates_or_names_have_no_losses_of_those(model: Joint) -> None:
    example = own_example()
    assert example.events is not None
    first = [replace(example.events.events[0], roles={})]
    marks = replace(example.events, events=first, dates=[], date_features=[], mentions=[], mention_features=[])
    assert losses_of(model, replace(example, events=marks)).keys() == {"kind", "class", "status", "timeline", "main"}
