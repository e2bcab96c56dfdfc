"""Nothing of the input steers the terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from factcli.formats.one_line import one_line


@given(st.text(st.characters(exclude_categories=())))
def test_no_control_character_passes(text: str) -> None:
    shown = one_line(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    shown.encode("utf-8")


def test_words_stay_and_line_ends_become_spaces() -> None:
    assert one_line("Pasar “Dibuka”\r\n\tlagi – 日本") == "Pasar “Dibuka” lagi – 日本"
    assert one_line("\x1b[31mmerah\u202e") == "\ufffd[31mmerah\ufffd"
