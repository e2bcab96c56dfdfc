"""JSON objects in a row, one a line or spread over lines."""

from __future__ import annotations

import json

from factcli.reading.objects import holds_object, holds_objects, read_objects


def test_a_bad_line_is_reported_and_the_others_are_read() -> None:
    rows = list(read_objects('{"a": 1}\n\n{"a": \n[2]\n{"a": 3}\n'))
    assert [line for line, _ in rows] == [1, 3, 4, 5]
    assert [row for _, row in rows if isinstance(row, dict)] == [{"a": 1}, {"a": 3}]
    assert all("JSON" in row for _, row in rows if isinstance(row, str))


def test_objects_that_jq_has_spread_over_lines_are_read_too() -> None:
    spread = "\n".join(json.dumps({"a": number}, indent=2) for number in (1, 2))
    assert list(read_objects(spread)) == [(1, {"a": 1}), (4, {"a": 2})]


def test_among_spread_objects_a_broken_one_costs_only_itself() -> None:
    whole = json.dumps({"a": 1}, indent=2)
    rows = list(read_objects(f'{whole}\n{{\n  "a": oops\n}}\n{whole}\n'))
    assert [row for _, row in rows if isinstance(row, dict)] == [{"a": 1}, {"a": 1}]
    assert [line for line, row in rows if isinstance(row, str)] == [4]


def test_line_separators_inside_a_string_end_no_line() -> None:
    assert list(read_objects('{"a": "x\u2028y\x85z"}')) == [(1, {"a": "x\u2028y\x85z"})]


def test_an_array_is_a_row_too_and_a_broken_item_costs_only_itself() -> None:
    spread = json.dumps([{"a": {"b": [1]}}, {"a": 2}, {"a": 3}], indent=2)
    assert [row for _, row in read_objects(spread)] == [{"a": {"b": [1]}}, {"a": 2}, {"a": 3}]
    rows = list(read_objects(spread.replace('"a": 2', '"a": oops')))
    assert [row for _, row in rows if isinstance(row, dict)] == [{"a": {"b": [1]}}, {"a": 3}]
    assert [line for line, row in rows if isinstance(row, str)] == [9]
    rows = list(read_objects('[{"a": 1}, {"a": oops}, {"a": 3}, 4]'))
    assert [row for _, row in rows if isinstance(row, dict)] == [{"a": 1}, {"a": 3}]
    assert holds_objects(spread) and not holds_objects("[Simak Video: Banjir]\nWarga pulang.")


def test_nesting_without_end_is_reported() -> None:
    ((line, row),) = read_objects('{"a":' + "[" * 100_000)
    assert line == 1 and isinstance(row, str)


def test_text_that_only_begins_with_a_brace_holds_no_objects() -> None:
    assert not holds_objects("{sic} kata Budi\nlalu pergi")
    assert holds_objects(' \n{"a": 1}')
    assert holds_objects('{"a": \n{"a": 1}\n'), "a bad first line decides nothing"
    assert holds_objects('{"text": "cut off'), "no article begins so"


def test_a_wanted_object_may_stand_on_any_line() -> None:
    assert holds_object('{"a": 1}\n{"b": 1}', lambda value: "b" in value)
    assert not holds_object('{"a": 1}\n{"a"', lambda value: "b" in value)
