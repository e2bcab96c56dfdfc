"""What messages quote of the input is short, whatever the input is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcli.shown import LONGEST_REASON, LONGEST_VALUE, shortened, shown


@given(st.one_of(st.text(), st.integers(), st.just(10**5000), st.lists(st.text())))
def test_a_value_is_shown_in_a_line(value: object) -> None:
    assert 0 < len(shown(value)) <= LONGEST_VALUE
    assert "\n" not in shown(value)


@given(st.text(max_size=500))
def test_a_reason_keeps_its_beginning_and_its_end(reason: str) -> None:
    short = shortened(reason)
    assert len(short) <= LONGEST_REASON
    assert reason.startswith(short[:90]) and reason.endswith(short[-90:])
