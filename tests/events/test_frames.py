"""What stands in a frame of denial or rumour is not stated as a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from growth import assert_linear
from own_scores import VOCAB, doc_of, trigger_in
from spacy.tokens import Doc

from factcli.events.frames import cues_of, framed_status, is_limited, is_negated, says
from factcli.events.tables import tables
from factcli.reading import read_articles
from factcli.schema import Article, BlockKind, Status
from factcli.tokens.document import extend_doc

if TYPE_CHECKING:
    from factcli.pipeline import Pipeline

FRAMES: list[dict[str, Any]] = tables("frames.toml")["frame"]
EXAMPLES = [
    pytest.param(entry["status"], "title" if entry.keys() & {"title", "label"} else "body", example, id=example["text"])
    for entry in FRAMES
    for example in entry["examples"]
    if not entry.keys() & {"governor", "subject"}
]
# These look at the tree.
GOVERNED = [
    pytest.param(entry["status"], example, id=example["text"])
    for entry in FRAMES
    for example in entry["examples"]
    if entry.keys() & {"governor", "subject"}
]


def test_every_frame_has_an_example_and_something_to_look_for() -> None:
    for entry in FRAMES:
        assert entry["examples"]
        assert entry.keys() & {"title", "label", "before", "heading", "governor", "beside", "subject"}


@pytest.mark.parametrize(("status", "kind", "example"), EXAMPLES)
def test_the_examples_of_the_frames(status: Status, kind: BlockKind, example: dict[str, str]) -> None:
    doc = doc_of(example["text"], kind)
    assert framed_status(trigger_in(doc, example["trigger"])) == status


def status_of(pipeline: Pipeline, text: str, trigger: str) -> Status | None:
    """The status that the frames of a parsed sentence give."""
    [article] = read_articles(text.encode(), name="text")
    assert isinstance(article, Article)
    return framed_status(trigger_in(pipeline.parse([article])[0], trigger))


@pytest.mark.parametrize(
    ("text", "negated", "limited"),
    [
        ("Wali kota tidak meresmikan pasar itu.", True, False),
        ("Wali kota tidak hanya meresmikan pasar itu, tetapi juga menari.", False, True),
        ("Wali kota bukan sekadar meresmikan pasar itu.", False, True),
        ("Wali kota hanya meresmikan pasar itu.", False, False),
    ],
)
def test_not_only_denies_nothing(pipeline: Pipeline, text: str, negated: bool, limited: bool) -> None:
    [article] = read_articles(text.encode(), name="text")
    assert isinstance(article, Article)
    trigger = trigger_in(pipeline.parse([article])[0], "meresmikan")
    assert (is_negated(trigger), is_limited(trigger)) == (negated, limited)


@pytest.mark.parametrize(("status", "example"), GOVERNED)
def test_the_examples_of_what_governs(pipeline: Pipeline, status: Status, example: dict[str, str]) -> None:
    assert status_of(pipeline, f"{example['text']}.", example["trigger"]) == status


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Pria yang diduga pelaku itu ditangkap polisi di Kudus.", "ditangkap"),
        ("Tidak ada korban dalam kebakaran itu.", "kebakaran"),
        ("Polisi tidak menemukan pria yang mencuri motor itu.", "mencuri"),
        ("Polisi tidak menghadiri pertemuan di balai desa.", "pertemuan"),
        ("BMKG mencatat gempa di Kudus.", "gempa"),
    ],
)
def test_what_hangs_on_another_word_is_left(pipeline: Pipeline, text: str, trigger: str) -> None:
    assert status_of(pipeline, text, trigger) is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Bupati meminta maaf karena menampar camat.", "menampar"),
        ("Bupati meminta maaf lalu mengundurkan diri.", "mengundurkan"),
        ("Wali kota khawatir setelah tanggul retak.", "retak"),
        ("Konser itu batal setelah panggung ambruk.", "ambruk"),
        ("Petahana itu gagal menang setelah hakim menolak gugatannya.", "menolak"),
    ],
)
def test_what_only_came_with_a_request_or_a_fear_is_a_fact(pipeline: Pipeline, text: str, trigger: str) -> None:
    assert status_of(pipeline, text, trigger) is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Polisi tak membantah telah menggeledah rumah itu.", "menggeledah"),
        ("Tak disangka, mobil itu meledak.", "meledak"),
        ("Camat itu tanpa diduga mengundurkan diri.", "mengundurkan"),
        ("Hampir semua warga mengungsi.", "mengungsi"),
        ("Tidak hanya membuka pasar, Ratna menari.", "membuka"),
        ("Tak lama kemudian jembatan itu roboh.", "roboh"),
    ],
)
def test_a_denied_denial_and_words_of_measure_deny_nothing(pipeline: Pipeline, text: str, trigger: str) -> None:
    assert status_of(pipeline, text, trigger) is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Diduga Cemburu, Suami Bunuh Istri dengan Gergaji", "Bunuh"),
        ("Dituduh Mencuri, Remaja Dikeroyok Warga di Kudus", "Dikeroyok"),
        ("Diduga mabuk, sopir itu menabrak warung di Kudus.", "menabrak"),
    ],
)
def test_a_suspected_cause_leaves_what_it_caused_a_fact(pipeline: Pipeline, text: str, trigger: str) -> None:
    assert status_of(pipeline, text, trigger) is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Diduga, suami itu membunuh istrinya pada Senin.", "membunuh"),
        ("Pria itu diduga, menurut polisi, membunuh istrinya pada Senin.", "membunuh"),
        ("Sopir itu diduga menabrak warung di Kudus, lalu melarikan diri.", "menabrak"),
    ],
)
def test_a_suspicion_reaches_what_is_suspected(pipeline: Pipeline, text: str, trigger: str) -> None:
    assert status_of(pipeline, text, trigger) == "possible"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Bupati Ratna meninggal dunia pada Senin", "meninggal"),
        ("Bupati Ratna menerima tamu dan membantah kabar itu", "menerima"),
        ("Jembatan itu runtuh kemarin, tidak benar dirawat", "runtuh"),
        ("Kabar bahwa Bupati Ratna meninggal dunia sampai ke desa", "meninggal"),
        ("Pembantah bahwa ia menerima uang itu", "menerima"),
        ("Kiper itu menepis penalti dan Persela menang", "menang"),
        ("Sopir itu mengelak dari lubang lalu menabrak warung", "menabrak"),
    ],
)
def test_what_stands_in_no_frame_has_no_status_of_one(text: str, trigger: str) -> None:
    assert framed_status(trigger_in(doc_of(text), trigger)) is None


def test_the_words_of_a_headline_frame_nothing_in_the_body() -> None:
    text = "Hoaks! Bupati Ratna Meninggal Dunia"
    assert framed_status(trigger_in(doc_of(text, "title"), "Meninggal")) == "negated"
    assert framed_status(trigger_in(doc_of(text, "body"), "Meninggal")) is None


def test_long_blanks_between_many_events_take_time_that_grows_with_their_length() -> None:
    def events_behind_blanks(length: int) -> Doc:
        extend_doc()
        words = [" " * 200 * length, *["roboh"] * length]
        return Doc(VOCAB, words=words, sent_starts=[place == 0 for place in range(len(words))])

    assert_linear(events_behind_blanks, lambda doc: [framed_status(token) for token in doc], 50)


def test_up_to_three_words_stand_where_a_frame_leaves_room() -> None:
    for between in ("", "keras ", "dengan keras ", "lewat juru bicara "):
        doc = doc_of(f"Ia menepis {between}bahwa gedung itu roboh")
        assert framed_status(trigger_in(doc, "roboh")) == "negated"


def test_a_frame_reaches_no_further_than_its_sentence() -> None:
    doc = doc_of("Ia membantah itu . Gedung itu roboh")
    for token in doc:
        token.is_sent_start = token.text in ("Ia", "Gedung")
    assert framed_status(trigger_in(doc, "roboh")) is None


@pytest.mark.parametrize(
    ("status", "example"),
    [(status, example) for status, table in tables("status.toml").items() for example in table["examples"]],
    ids=lambda value: str(value.get("text") if isinstance(value, dict) else value),
)
def test_a_word_of_a_status_stands_in_each_of_its_examples(status: Status, example: dict[str, str]) -> None:
    words = {word.strip(",.").casefold() for word in example["text"].split()}
    assert example["trigger"] in example["text"]
    assert words & cues_of(status)
    assert says(status, example["text"])


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("Kabar pernikahan Ratna menggembirakan warga Kudus", False),
        ("Video pembukaan pasar itu ditonton ribuan orang", False),
        ("Uang palsu itu ditemukan, menurut berita setempat", False),
        ("Kabar bahwa Ratna menikah di Kudus ternyata palsu", True),
    ],
)
def test_words_that_frame_an_event_from_both_sides_say_nothing_on_one(text: str, is_denied: bool) -> None:
    assert says("negated", text) is is_denied


def test_cues_are_the_words_of_a_status_and_a_fact_has_none() -> None:
    assert "batal" in cues_of("negated")
    assert "akan" in cues_of("planned")
    assert cues_of("actual") == frozenset()
