"""What each head has wrong in a batch of examples."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from factcli.encoder.viterbi import label_count, labels_of
from factcli.events.features import EventFeatures, event_pair_features
from factcli.events.network import DATED, ENDS, NONE, STARTS, UNDATED, EventVectors, manner_of
from factcli.schema import LABELS
from training.articles import OWN
from training.examples import NOTHING, Events, Example
from training.logits import date_logits, kind_logits, marked_vectors, role_logits
from training.model import Joint

# A word as good as the trigger is half an error to find.
ALTERNATIVE = 0.3


def name_loss(model: Joint, examples: Sequence[tuple[Example, Tensor]]) -> Tensor:
    """The mean cross entropy of the labels of names, each example by the head of its habit; given with its vectors."""
    logits = torch.cat([model.names[one.habit](words) for one, words in examples])
    labels = torch.tensor([label for one, _ in examples for label in labels_of(len(one.words), one.names)])
    assert logits.shape[1] == label_count(len(LABELS))
    return functional.cross_entropy(logits, labels)


def tree_loss(model: Joint, examples: list[Example], vectors: list[Tensor]) -> dict[str, Tensor]:
    """The mean cross entropies of tags, features, heads and relations."""
    trees = [tree for example in examples for tree in example.trees]
    lengths = [len(tree.heads) for tree in trees]
    words = torch.cat(vectors)
    upos = torch.tensor([tag for tree in trees for tag in tree.upos])
    feats = torch.tensor([tag for tree in trees for tag in tree.feats])
    rooted = model.syntax.rooted(pad_sequence(list(torch.split(words, lengths)), batch_first=True))
    heads = pad_sequence([torch.tensor([0, *tree.heads]) for tree in trees], batch_first=True, padding_value=NOTHING)
    heads[:, 0] = NOTHING
    scores = model.syntax.head_scores(rooted, torch.tensor(lengths))
    sentence = torch.arange(len(trees)).repeat_interleave(torch.tensor(lengths))
    dependent = torch.cat([torch.arange(1, length + 1) for length in lengths])
    chosen = torch.tensor([head for tree in trees for head in tree.heads])
    relations = model.syntax.relation_scores(rooted[sentence, dependent], rooted[sentence, chosen])
    return {
        "upos": functional.cross_entropy(model.syntax.upos(words), upos),
        "feats": functional.cross_entropy(model.syntax.feats(words), feats),
        "heads": functional.cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=NOTHING),
        "relations": functional.cross_entropy(
            relations, torch.tensor([relation for tree in trees for relation in tree.relations])
        ),
    }


def event_loss(model: Joint, example: Example, words: Tensor) -> dict[str, Tensor]:
    """The losses of the events of one article, each a sum over what it is about, to be divided by `events`."""
    marks = example.events
    assert marks is not None
    losses = {"kind": _kind_loss(model, marks, words, example.habit)}
    if marks.likely:
        losses["kind"] = losses["kind"] + _likely_loss(model, marks, words)
    if not marks.events:
        return losses
    words = words + model.own_shift if example.habit == OWN else words
    heads, events = model.events, marks.events
    vectors = marked_vectors(heads, marks, words)

    def entropy(logits: Tensor, labels: list[int]) -> Tensor:
        return functional.cross_entropy(logits, torch.tensor(labels), reduction="sum")

    def binary(logits: Tensor, labels: list[bool]) -> Tensor:
        return functional.binary_cross_entropy_with_logits(logits[:, 0], torch.tensor(labels).float(), reduction="sum")

    losses["class"] = entropy(heads.of_class(vectors.events), [event.class_ for event in events])
    losses["status"] = entropy(heads.status(vectors.events), [event.status for event in events])
    losses["timeline"] = binary(heads.timeline(vectors.events), [event.timeline for event in events])
    if any(event.main for event in events):
        main = next(number for number, event in enumerate(events) if event.main)
        losses["main"] = entropy(heads.main(vectors.events).T, [main])
    if any(event.date != NOTHING for event in events):
        dated = [number for number, event in enumerate(events) if event.date != NOTHING]
        scores = date_logits(heads, marks, vectors)[dated]
        starts = [events[number].date for number in dated]
        ends = [1 + events[number].end for number in dated]
        losses["date"] = _date_loss(marks, scores[:, :, STARTS], starts)
        losses["end"] = entropy(functional.pad(scores[:, :, ENDS], (1, 0)), ends)
        bounds = heads.bounds.aligned(vectors.events[dated], vectors.dates[starts])
        losses["bound"] = entropy(bounds, [events[number].bound for number in dated])
    if marks.mentions and not example.brief:
        logits = role_logits(heads, marks, vectors)
        roles = [[event.roles.get(entity, 0) for entity in range(marks.entities)] for event in events]
        losses["roles"] = functional.cross_entropy(logits.flatten(0, 1), torch.tensor(roles).flatten(), reduction="sum")
    if len(events) > 1:
        losses["same"] = _same_loss(model, example, marks, vectors)
    return losses


def _date_loss(marks: Events, scores: Tensor, dates: list[int]) -> Tensor:
    """Minus the log of the probability of any date with the days of the right one."""
    spans = [one.span if one.usable else number for number, one in enumerate(marks.date_features)]
    right = torch.tensor([[span == spans[date] for span in spans] for date in dates])
    log = functional.log_softmax(scores, dim=-1)
    return -torch.logsumexp(log.masked_fill(~right, -torch.inf), dim=-1).sum()


def _kind_loss(model: Joint, marks: Events, words: Tensor, habit: str) -> Tensor:
    """Cross entropy of none, dated and undated; past the opening, unmarked words are none or undated, unknown which."""
    log = functional.log_softmax(kind_logits(model, marks, words, habit), dim=-1)
    not_dated = torch.logsumexp(log[:, [NONE, UNDATED]], dim=-1)
    chosen = torch.cat((log[: marks.opening, NONE], not_dated[marks.opening :]))
    weights = torch.ones(len(words))
    if marks.alternatives:
        weights[list(marks.alternatives)] = ALTERNATIVE
    labels = {event.word: DATED if event.dated else UNDATED for event in marks.events}
    if labels:
        at = list(labels)
        weights[at] = 1.0
        chosen = chosen.index_copy(0, torch.tensor(at), log[at, list(labels.values())])
    return -(chosen * weights).sum()


def _likely_loss(model: Joint, marks: Events, words: Tensor) -> Tensor:
    """Cross entropy of dated or not by the habit of the sets, against how likely each is."""
    log = functional.log_softmax(kind_logits(model, marks, words), dim=-1)
    likely = torch.tensor(marks.likely)
    return -(likely * log[:, DATED] + (1 - likely) * torch.logsumexp(log[:, [NONE, UNDATED]], dim=-1)).sum()


def pair_features(example: Example) -> Tensor:
    """The features of all pairs of events of an annotated article, from what is marked of each."""
    marks = example.events
    assert marks is not None
    return event_pair_features(
        [
            EventFeatures(
                marks.places[event.word],
                example.words[event.word].text,
                marks.date_features[event.date].span if event.date != NOTHING else None,
                frozenset(event.roles),
                manner_of(event.class_, event.status),
            )
            for event in marks.events
        ]
    )


def _same_loss(model: Joint, example: Example, marks: Events, vectors: EventVectors) -> Tensor:
    """Minus the log of the probability of any right earlier mention of the event (Lee and others 2017)."""
    events = marks.events
    scores = functional.pad(model.events.earlier_scores(vectors, pair_features(example)), (1, 0))
    right = torch.zeros(scores.shape, dtype=torch.bool)
    for number, event in enumerate(events):
        same = [1 + other for other in range(number) if event.same and events[other].same == event.same]
        right[number, same or [0]] = True
    log = functional.log_softmax(scores, dim=-1)
    return -torch.logsumexp(log.masked_fill(~right, -torch.inf), dim=-1).sum()
