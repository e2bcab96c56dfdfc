"""What an editor would print is learned; only clear cases against what nobody understands alone are asserted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import torch
from msgspec.structs import replace
from safetensors.torch import save_file

from factcli.encoder.weights import load_weights
from factcli.events.finding import Found
from factcli.events.printable import BETTER, LONGEST_SENTENCE, Known, Printable, chosen, inputs_of
from factcli.reading import read_articles
from factcli.schema import Article, Event, Trigger, When
from factcli.tokens.models import ModelError

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline

TEXT = (
    'Sinta Dewi membuka pasar ikan di Ambon, Senin (3/5/2021). "Pasar ini dibuka untuk kami," kata dia. '
    "Kebakaran melanda pasar itu pada tahun 2019."
)


def article_of(text: str) -> Article:
    [article] = read_articles(text.encode(), name="text", published="2021-05-04")
    assert isinstance(article, Article)
    return article


def known_of(pipeline: Pipeline, text: str) -> dict[str, tuple[Event, Known]]:
    """What is known of each event, by its trigger."""
    article = article_of(text)
    doc = pipeline.parse([article])[0]
    facts = pipeline.read(article, doc)
    rows = inputs_of(doc, facts.events, facts.entities, facts.dates)
    assert rows.shape == (len(facts.events), len(Known._fields) + doc.tensor.shape[1])
    known = [Known(*row[: len(Known._fields)].tolist()) for row in rows]
    return {event.trigger.text: (event, one) for event, one in zip(facts.events, known, strict=True)}


def test_what_is_known_of_an_event(pipeline: Pipeline) -> None:
    found = known_of(pipeline, TEXT)
    event, opening = found["membuka"]
    assert "Sinta Dewi" in event.summary
    assert opening.names == 2
    assert not opening.no_name
    assert not opening.points_back
    assert not opening.pronoun
    assert opening.date_in_sentence
    assert opening.share_of_sentence < 1
    assert opening.days_away == pytest.approx(torch.tensor(2.0).log().item())
    _, fire = found["melanda"]
    assert fire.points_back
    assert fire.no_name
    assert fire.how_late > opening.how_late
    assert fire.days_away > opening.days_away


def test_a_document_without_events_gives_no_rows(pipeline: Pipeline) -> None:
    doc = pipeline.parse([article_of("Ikan segar.")])[0]
    assert inputs_of(doc, [], [], []).shape == (0, len(Known._fields) + doc.tensor.shape[1])


def test_each_event_has_a_probability(pipeline: Pipeline) -> None:
    events = pipeline.read(article_of(TEXT)).events
    assert events
    assert all(event.printable is not None and 0 < event.printable < 1 for event in events)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (
            "Sinta Dewi menemui warga desa Sukamaju, Senin (3/5/2021).",
            "Sinta Dewi menemui warga desa itu, Senin (3/5/2021).",
        ),
        ("Sinta Dewi menemui warga di pasar, Senin (3/5/2021).", "Ia menemui warga di sana, Senin (3/5/2021)."),
    ],
)
def test_what_can_be_understood_alone_is_printed_sooner(pipeline: Pipeline, better: str, worse: str) -> None:
    good, bad = (
        max(event.printable or 0.0 for event in pipeline.read(article_of(text)).events) for text in (better, worse)
    )
    assert good > bad


def test_what_a_summary_says_is_known_by_its_words_also_where_these_are_several_tokens(pipeline: Pipeline) -> None:
    article = article_of("Warga menjual 3.000 rumahnya di Ambon, Senin (12/4/2021).")
    doc = pipeline.parse([article])[0]
    facts = pipeline.read(article, doc)
    [event] = facts.events
    of_all, of_one = (
        inputs_of(doc, [replace(event, summary=text)], facts.entities, facts.dates)[0, len(Known._fields) :]
        for text in ("Warga menjual 3.000 rumahnya di Ambon", "menjual")
    )
    said = [token.i for token in doc if token.idx < article.text.index(",")]
    assert len(said) > len(article.text.split(",")[0].split())
    assert torch.allclose(of_all, torch.from_numpy(doc.tensor[said]).mean(dim=0), atol=1e-5)
    trigger = next(token.i for token in doc if token.text == "menjual")
    assert torch.allclose(of_one, torch.from_numpy(doc.tensor[trigger]), atol=1e-5)


def test_a_name_that_stands_for_a_pronoun_is_a_name(pipeline: Pipeline) -> None:
    article = article_of("Sinta Dewi tiba di Ambon. Ia menemui warga, Senin (3/5/2021).")
    doc = pipeline.parse([article])[0]
    facts = pipeline.read(article, doc)
    event = next(one for one in facts.events if one.trigger.text == "menemui")
    named = replace(event, summary="Sinta Dewi menemui warga")
    known = Known(*inputs_of(doc, [named], facts.entities, facts.dates)[0, : len(Known._fields)].tolist())
    assert (known.names, known.no_name, known.pronoun) == (1, 0, 0)


def test_the_head_is_a_logistic_regression_whose_weights_have_names(tmp_path: Path) -> None:
    head, inputs = Printable(4), torch.zeros(2, len(Known._fields) + 4)
    inputs[1, Known._fields.index("pronoun")] = 1
    inputs[1, -1] = 1
    with torch.no_grad():
        assert head(inputs).tolist() == [0.5, 0.5]
        head.known["pronoun"].fill_(-3)
        head.meaning[-1] = 1
        assert torch.allclose(head(inputs), torch.tensor([0.0, -2.0]).sigmoid())
    weights = head.state_dict()
    weights["known.of_before"] = weights.pop("known.pronoun")
    save_file(weights, tmp_path / "printable.safetensors")
    with pytest.raises(ModelError, match=r"known\.(of_before|pronoun)"):
        load_weights(Printable(4), tmp_path / "printable.safetensors")


def test_the_sentence_is_shown_where_it_would_clearly_sooner_be_printed() -> None:
    trigger = Trigger(start=0, end=4, text="tiba", lemma="tiba")
    event = Event(id="v1", trigger=trigger, class_="OCCURRENCE", summary="Sinta tiba")
    sentence = "Sinta tiba di Ambon untuk membuka pasar"
    found = [Found(event, sentence)]
    [clearly] = chosen(found, [0.3], [0.31 + BETTER])
    assert (clearly.summary, clearly.printable) == (sentence, round(0.31 + BETTER, 4))
    [hardly] = chosen(found, [0.3], [0.29 + BETTER])
    assert (hardly.summary, hardly.printable) == ("Sinta tiba", 0.3)
    [too_long] = chosen([Found(event, "kata " * (LONGEST_SENTENCE + 1))], [0.1], [0.9])
    assert too_long.summary == "Sinta tiba"
    assert event.summary == "Sinta tiba"


def test_a_sentence_of_two_days_is_not_shown_without_its_dates_under_either() -> None:
    days = [When(value=day, earliest=day, latest=day) for day in ("2021-05-03", "2021-05-05")]
    trigger = Trigger(start=0, end=4, text="tiba", lemma="tiba")
    clauses = [
        Event(id="v1", trigger=trigger, class_="OCCURRENCE", when=day, summary=f"On {day.value}") for day in days
    ]
    both = [Found(clause, "Whole") for clause in clauses]
    assert [event.summary for event in chosen(both, [0.1, 0.1], [0.9, 0.9])] == ["On 2021-05-03", "On 2021-05-05"]
    assert [event.summary for event in chosen(both[:1], [0.1], [0.9])] == ["Whole"]


def test_an_explanation_says_how_likely_an_event_is_printed(pipeline: Pipeline) -> None:
    article = article_of(TEXT)
    likely = {event.trigger.start: event.printable for event in pipeline.read(article).events}
    explained = {one.start: one.answers.get("printable") for one in pipeline.explain(article)}
    assert {start: [("yes", value)] for start, value in likely.items()} == {
        start: answer for start, answer in explained.items() if answer is not None
    }


def test_a_sentence_stands_for_one_of_its_events() -> None:
    trigger = Trigger(start=0, end=4, text="tiba", lemma="tiba")
    clauses = [Event(id=id, trigger=trigger, class_="OCCURRENCE", summary=f"Clause of {id}") for id in ("v1", "v2")]
    events = chosen([Found(clause, "Whole") for clause in clauses], [0.3, 0.1], [0.5, 0.5])
    assert [event.summary for event in events] == ["Clause of v1", "Whole"]
    taken = [Found(clauses[0], clauses[0].summary), Found(clauses[1], clauses[0].summary)]
    assert [event.summary for event in chosen(taken, [0.3, 0.1], [0.3, 0.5])] == ["Clause of v1", "Clause of v2"]
