"""What is remembered is what would have been worked out again, and memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from factcli.tokens.bounded_cache import BoundedCache

WORDS = st.lists(st.sampled_from(["gempa", "di", "Ambon", "warga", "Lari", ","]), min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(0, 6))
def test_each_key_has_its_own_value_and_few_are_kept(calls: list[list[str]], most: int) -> None:
    worked_out: list[str] = []

    def spelt(words: list[str]) -> Iterator[str]:
        worked_out.extend(words)
        return (word[::-1] for word in words)

    cache = BoundedCache(spelt, most)
    for words in calls:
        values = cache.of(words)
        assert [values[word] for word in words] == [word[::-1] for word in words]
        assert len(cache.values) <= max(most, len(set(words)))
    if len({word for words in calls for word in words}) <= most:
        assert len(worked_out) == len(set(worked_out)), "a word that fits is worked out once"


def test_what_is_asked_for_again_after_all_was_forgotten_is_worked_out_again() -> None:
    cache: BoundedCache[str, int] = BoundedCache(lambda words: [len(word) for word in words], most=2)
    assert dict(cache.of(["di", "gempa"])) == {"di": 2, "gempa": 5}
    assert dict(cache.of(["di", "warga"])) == {"di": 2, "warga": 5}


def test_nothing_is_worked_out_for_no_keys() -> None:
    calls: list[list[str]] = []

    def noted(words: list[str]) -> list[str]:
        calls.append(words)
        return words

    cache = BoundedCache(noted)
    assert dict(cache.of([])) == {}
    assert calls == []
