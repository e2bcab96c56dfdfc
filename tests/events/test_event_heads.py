"""What the heads for events score: an entity by its likeliest mention, only earlier events as reported again."""

from __future__ import annotations

import torch

from factcli.events.features import DATE_FEATURES, EARLIER_FEATURES, MENTION_FEATURES
from factcli.events.network import EventHeads, entity_scores
from factcli.schema import PARTICIPANT_ROLES

HIDDEN = 12


def heads() -> EventHeads:
    """Heads with random weights."""
    torch.manual_seed(2)
    made = EventHeads(HIDDEN).eval()
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.copy_(torch.randn(parameter.shape))
    return made


def test_pairs_of_events_and_what_they_have_are_all_scored() -> None:
    module, words = heads(), torch.randn(9, HIDDEN)
    with torch.inference_mode():
        vectors = module.vectors(
            words, torch.tensor([1, 4]), torch.tensor([[2, 3], [6, 6], [7, 8]]), torch.tensor([[0, 0]])
        )
        dates = module.date_scores(vectors, torch.randint(0, DATE_FEATURES, (2, 3, 6)))
        roles = module.role_scores(vectors, torch.randint(0, MENTION_FEATURES, (2, 1, 4)))
    assert torch.equal(vectors.events, words[[1, 4]])
    assert dates.shape == (2, 3, 2)
    assert roles.shape == (2, 1, len(PARTICIPANT_ROLES))


def test_only_an_earlier_event_is_reported_again() -> None:
    module, words = heads(), torch.randn(5, HIDDEN)
    none = torch.zeros(0, 2, dtype=torch.long)
    with torch.inference_mode():
        vectors = module.vectors(words, torch.tensor([0, 2, 4]), none, none)
        scores = module.earlier_scores(vectors, torch.randint(0, EARLIER_FEATURES, (3, 3, 5)))
    assert torch.equal(torch.isfinite(scores), torch.ones(3, 3, dtype=torch.bool).tril(-1))


def test_an_entity_is_as_likely_in_a_role_as_its_likeliest_mention() -> None:
    scores = torch.tensor([[[1.0, -2.0, 0.0], [3.0, -5.0, -1.0], [0.5, 0.6, 0.7]]])
    found = entity_scores(scores, torch.tensor([1, 1, 0]), 3)
    assert found.shape == (1, 3, 1 + len(PARTICIPANT_ROLES))
    assert torch.equal(found[0, 0], torch.tensor([0.0, 0.5, 0.6, 0.7]))
    assert torch.equal(found[0, 1], torch.tensor([0.0, 3.0, -2.0, 0.0]))
    unnamed = found.softmax(dim=-1)[0, 2]
    assert unnamed[0] == 1.0, "an entity without a mention has no role"
