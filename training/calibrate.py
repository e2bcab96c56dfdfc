"""The step `calibrate`: thresholds and the scale of scores, from articles that were held back.

Scores are put on a scale that holds by logistic regression on their log odds (Platt 1999).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import torch

from factcli.events.article import EventArticle
from factcli.events.component import DECISION, Events
from factcli.events.decode import Calibration, Decision, Scale, chances_of, decode, odds_of
from factcli.events.finding import time_of
from factcli.events.scoring import EventScores, score_events
from factcli.pipeline import ARTICLE_STEPS, Pipeline
from factcli.reading import read_articles
from factcli.schema import PARTICIPANT_ROLES, Article, When
from training.articles import Row, read_rows, stands_on
from training.errors import spans_of
from training.ship import write_checksums

STEPS = 500
# How much more recall weighs than precision: of undated events, that is of title and opening, more.
BETA, BETA_UNDATED = 1.25, 3.0
AS_GOOD = 0.005
# Of roles more is not better.
AS_GOOD_ROLES = 0.001
GRID = [number / 50 for number in range(5, 40)]
# So many parts of the events are reported on.
PARTS = 5


class Judged(NamedTuple):
    """An event that was found: how likely its word names one, and has these days; its score; whether it is right."""

    is_dated: bool
    word: float
    days: float | None
    score: float
    is_right: bool


class Read(NamedTuple):
    """A held-back article: how it is marked, and what the heads say of it."""

    row: Row
    article: EventArticle
    scores: EventScores


def read_all(pipeline: Pipeline, path: Path, rows: Sequence[Row]) -> list[Read]:
    """The scores of every word that may be an event in the articles of a JSON Lines file."""
    found = []
    articles = [one for one in read_articles(path.read_bytes(), name=path.name) if isinstance(one, Article)]
    for row, article in zip(rows, articles, strict=True):
        doc = pipeline.parse([article])[0]
        for name, component in pipeline.nlp.pipeline:
            if isinstance(component, Events):
                view = EventArticle(doc, doc._.entities, doc._.dates)
                found.append(Read(row, view, score_events(view, component.load(doc.tensor.shape[1]).heads, 0.05)))
            elif name in ARTICLE_STEPS:
                doc = component(doc)
    return found


def calibrated(read: Sequence[Read]) -> Decision:
    """The lowest thresholds that are as good as any, for dated and undated events and roles, and the scales.

    Recall weighs more than precision, since a timeline leaves out what has a low score.
    """
    best = _lowest(lambda dated: _f_score(read, Decision(dated=dated), "events", is_dated=True))
    undated = _lowest(lambda undated: _f_score(read, Decision(dated=best, undated=undated), "undated", is_dated=False))
    role = _lowest(lambda role: _role_score(read, Decision(dated=best, undated=undated, role=role)), AS_GOOD_ROLES)
    decision = Decision(dated=best, undated=undated, role=role)
    return rescaled(read, decision)


def rescaled(read: Sequence[Read], decision: Decision) -> Decision:
    """The same thresholds with the scales that fit what they find."""
    judged = [one for article in read for one in _judged(article, decision)]
    scales = {is_dated: _scale([one for one in judged if one.is_dated == is_dated]) for is_dated in (True, False)}
    return msgspec.structs.replace(decision, calibration=Calibration(dated=scales[True], undated=scales[False]))


def calibrate_models(models: Path, held_back: Path) -> str:
    """Write what the held-back articles give into `events.json` of the folder that factcli reads its models from; says
    how well it holds.
    """
    read = read_all(Pipeline.load(), held_back, read_rows(held_back))
    decision = calibrated(read)
    (models / DECISION).write_bytes(msgspec.json.format(msgspec.json.encode(decision)) + b"\n")
    write_checksums(models)
    lines = [
        f"{count} events of scores about {score:.2f}: {right:.2f} right\n"
        for score, right, count in reliability(read, decision)
    ]
    return "".join(lines)


def _judged(one: Read, decision: Decision) -> Iterator[Judged]:
    """Each event, and whether one of the same word and days is marked."""
    used: set[int] = set()
    marked = [*one.row["events"], *one.row.get("undated", ())]
    for event in decode(one.scores, decision):
        token = one.article.words[event.word]
        when = time_of(event, one.article)
        match = next(
            (
                number
                for number, other in enumerate(marked)
                if number not in used and stands_on(other, token.idx, token.idx + len(token)) and _fits(other, when)
            ),
            None,
        )
        used |= {match} if match is not None else set()
        word, days = chances_of(one.scores, one.scores.words.index(event.word), event.date)
        yield Judged(when is not None, word, days, event.score, match is not None)


def _fits(marked: Row, when: When | None) -> bool:
    theirs = marked.get("when")
    if theirs is None or when is None:
        return theirs is None and when is None
    return all((theirs.get(key) or "")[:10] == (getattr(when, key) or "")[:10] for key in ("earliest", "latest"))


def _f_score(read: Sequence[Read], decision: Decision, marked: str, *, is_dated: bool) -> float:
    """F of the events with the right days, or of those without a date."""
    judged = [one.is_right for article in read for one in _judged(article, decision) if one.is_dated == is_dated]
    wanted = sum(len(one.row.get(marked, ())) for one in read)
    beta = BETA if is_dated else BETA_UNDATED
    return (1 + beta**2) * sum(judged) / max(1, len(judged) + beta**2 * wanted)


def _role_score(read: Sequence[Read], decision: Decision) -> float:
    """F1 of who takes part in the dated events that are found."""
    right = found = wanted = 0
    for one in read:
        spans = {entity["id"]: spans_of(entity) for entity in one.row["entities"]}
        theirs = [{(m.start, m.end) for m in entity.mentions} for entity in one.article.entities]
        for event in decode(one.scores, decision):
            token = one.article.words[event.word]
            place = token.idx, token.idx + len(token)
            marked = next((other for other in one.row["events"] if stands_on(other, *place)), None)
            if marked is None or event.date is None:
                continue
            for role in PARTICIPANT_ROLES:
                named = [spans[key] for key in marked[role] if key in spans]
                given = [theirs[entity] for entity in event.roles[role]]
                right += sum(any(not one_of.isdisjoint(other) for other in given) for one_of in named)
                wanted, found = wanted + len(named), found + len(given)
    return 2 * right / max(1, wanted + found)


def _lowest(score: Callable[[float], float], as_good: float = AS_GOOD) -> float:
    """The lowest threshold whose score is so near to the best."""
    scores = {threshold: score(threshold) for threshold in GRID}
    best = max(scores.values())
    return min(threshold for threshold, found in scores.items() if found >= best - as_good)


def _scale(judged: Sequence[Judged]) -> Scale:
    """The weights by which log odds become those of being right."""
    if len({one.is_right for one in judged}) < 2:
        return Scale()
    odds = torch.tensor([[*odds_of(one.word, one.days), 1.0] for one in judged])
    right = torch.tensor([float(one.is_right) for one in judged])
    weights = torch.tensor([1.0, 0.0, 0.0], requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=0.02)
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(odds @ weights, right)
        torch.autograd.backward(loss)
        optimizer.step()
    slope, days, intercept = weights.tolist()
    return Scale(slope=round(slope, 4), days=round(days, 4), intercept=round(intercept, 4))


def reliability(read: Sequence[Read], decision: Decision) -> list[tuple[float, float, int]]:
    """For events in order of their scores, in equal parts: the mean score, the share that is right, how many."""
    pairs = sorted((one.score, one.is_right) for article in read for one in _judged(article, decision))
    size = max(1, -(-len(pairs) // PARTS))
    parts = [pairs[start : start + size] for start in range(0, len(pairs), size)]
    return [(sum(s for s, _ in part) / len(part), sum(r for _, r in part) / len(part), len(part)) for part in parts]
