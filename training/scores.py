"""Scores of the heads alone, on gold words, gold dates and gold names: what is watched while training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from factcli.encoder.viterbi import best_spans
from factcli.events.network import DATED, STARTS, by_days
from factcli.syntax.trees import best_tree
from training.examples import NOTHING, Example
from training.logits import date_logits, kind_logits, marked_vectors, role_logits
from training.model import Joint


def f1(right: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall, in percent."""
    return 200 * right / max(1, found + wanted)


@torch.no_grad()
def name_score(model: Joint, examples: Sequence[Example], habit: str) -> float:
    """Strict F1 of names by the head of a habit."""
    right = found = wanted = 0
    for example, vectors in zip(examples, model.read(list(examples)), strict=True):
        spans = best_spans(model.names[habit](vectors).softmax(dim=-1).numpy())
        predicted = {(span.first, span.last, span.kind) for span in spans}
        gold = set(example.names)
        right, found, wanted = right + len(predicted & gold), found + len(predicted), wanted + len(gold)
    return f1(right, found, wanted)


@torch.no_grad()
def tree_scores(model: Joint, examples: Sequence[Example]) -> tuple[float, float, float, float]:
    """UPOS, features, UAS and LAS in percent, on gold words."""
    counts = np.zeros(4)
    total = 0
    for example, vectors in zip(examples, model.read(list(examples)), strict=True):
        [tree] = example.trees
        rooted = model.syntax.rooted(vectors[None])
        scores = model.syntax.head_scores(rooted, torch.tensor([len(tree.heads)]))[0]
        heads = best_tree(scores.numpy())[1:]
        relations = model.syntax.relation_scores(rooted[0, 1:], rooted[0, torch.tensor(heads)]).argmax(-1).numpy()
        attached = heads == np.array(tree.heads)
        counts += [
            (model.syntax.upos(vectors).argmax(-1).numpy() == np.array(tree.upos)).sum(),
            (model.syntax.feats(vectors).argmax(-1).numpy() == np.array(tree.feats)).sum(),
            attached.sum(),
            (attached & (relations == np.array(tree.relations))).sum(),
        ]
        total += len(tree.heads)
    upos, feats, uas, las = 100 * counts / total
    return float(upos), float(feats), float(uas), float(las)


@torch.no_grad()
def event_scores(model: Joint, examples: Sequence[Example]) -> dict[str, float]:
    """F1 of dated triggers and recall of undated ones; of gold events the share with the right days, status, class;
    F1 of roles among gold names."""
    right = found = wanted = undated = undated_found = dates = dated = status = classes = main = mains = 0
    roles_right = roles_found = roles_wanted = 0
    for example, words in zip(examples, model.read(list(examples)), strict=True):
        marks = example.events
        assert marks is not None
        kinds = kind_logits(model, marks, words).softmax(-1)
        predicted = {int(word) for word in (kinds[:, DATED] > 0.5).nonzero()[:, 0]}
        gold = {event.word for event in marks.events if event.dated}
        lead = [event.word for event in marks.events if not event.dated]
        right += len(gold & predicted)
        found += len(predicted - (marks.alternatives - gold))
        wanted += len(gold)
        undated += len(lead)
        undated_found += sum(bool(kinds[word, 0] < 0.5) for word in lead)
        if not marks.events:
            continue
        vectors = marked_vectors(model.events, marks, words)
        statuses = model.events.status(vectors.events).argmax(-1).tolist()
        of_class = model.events.of_class(vectors.events).argmax(-1).tolist()
        chosen_main = int(model.events.main(vectors.events)[:, 0].argmax())
        if any(event.main for event in marks.events):
            mains += 1
            main += marks.events[chosen_main].main
        scores = date_logits(model.events, marks, vectors)
        spans = [one.span for one in marks.date_features]
        days = by_days(scores[:, :, STARTS].softmax(dim=-1), spans)
        for number, event in enumerate(marks.events):
            status += statuses[number] == event.status
            classes += of_class[number] == event.class_
            if event.date != NOTHING:
                dated += 1
                dates += spans[int(days[number].argmax())] == spans[event.date]
        if marks.mentions:
            roles = role_logits(model.events, marks, vectors).argmax(-1).tolist()
            for row, event in zip(roles, marks.events, strict=True):
                if event.dated:
                    own = {(entity, role) for entity, role in enumerate(row) if role}
                    roles_right += len(own & set(event.roles.items()))
                    roles_found += len(own)
                    roles_wanted += len(event.roles)
    events = sum(len(example.events.events) for example in examples if example.events)
    return {
        "triggers": f1(right, found, wanted),
        "precision": 100 * right / max(1, found),
        "recall": 100 * right / max(1, wanted),
        "undated": 100 * undated_found / max(1, undated),
        "dates": 100 * dates / max(1, dated),
        "status": 100 * status / max(1, events),
        "class": 100 * classes / max(1, events),
        "main": 100 * main / max(1, mains),
        "roles": f1(roles_right, roles_found, roles_wanted),
    }
