"""The pages in docs/: those made from the code are current, and what the others say of the code is true."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import msgspec
import pytest
from hanging import HANG_SECONDS

from factcli import schema

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
RECORDS = (
    *(schema.Facts, schema.Published, schema.Sentence, schema.Entity, schema.Mention, schema.DateExpression),
    *(schema.Quantity, schema.Side, schema.Figure, schema.Statement),
    *(schema.Event, schema.Trigger, schema.When, schema.TimelineEntry, schema.Evidence),
)


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("script", ["make_reference.py", "make_man.py", "make_schema.py"])
def test_a_page_made_from_the_code_is_current(script: str) -> None:
    done = subprocess.run(
        [sys.executable, DOCS / script, "--check"],
        env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=HANG_SECONDS,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_the_man_page_renders_without_warnings() -> None:
    command = ["groff", "-man", "-ww", "-Tutf8", "-P-cbou", str(DOCS / "man" / "factcli.1")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert re.match(r"FACTCLI\(1\) +User Commands +FACTCLI\(1\)", done.stdout)
    assert "'Kim Jong Un' --from 2000" in done.stdout, "quotes and dashes are those of the shell"
    assert "jq '.events[] | {when, type, summary}'" in done.stdout


def test_the_contract_names_every_key_of_every_record_and_no_other() -> None:
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page("output.md"), re.DOTALL | re.MULTILINE))
    for record in RECORDS:
        cells = re.findall(r"^\| (`[^|]+`) \|", sections[record.__name__], re.MULTILINE)
        named = [key for cell in cells for key in re.findall(r"`(\w+)`", cell)]
        assert named == [field.encode_name for field in msgspec.structs.fields(record)], record.__name__


def test_the_schema_describes_every_record() -> None:
    written = json.loads(page("factcli-1.schema.json"))
    assert {record.__name__ for record in RECORDS} == set(written["$defs"])


def imports(file: Path) -> set[str]:
    """The rooms that a file imports when it runs, at its head or later; those for types alone left out."""
    found: set[str] = set()
    waiting: list[ast.AST] = [ast.parse(file.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "factcli":
            found.update(node.module.split(".")[1:2])
        elif isinstance(node, ast.Import):
            found.update(name.name.split(".")[1] for name in node.names if name.name.startswith("factcli."))
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        waiting.extend(ast.iter_child_nodes(node))
    return found


def test_the_architecture_page_has_the_imports_of_every_room() -> None:
    imported: defaultdict[str, set[str]] = defaultdict(set)
    for file in (ROOT / "factcli").rglob("*.py"):
        room = file.relative_to(ROOT / "factcli").parts[0].removesuffix(".py")
        imported[room] |= imports(file) - {room}
    documented = dict(re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|$", page("architecture.md"), re.MULTILINE))
    rooms = set(imported) - {"__init__", "__main__"}
    assert set(documented) == rooms
    for room in rooms - {"cli"}:
        assert set(re.findall(r"`(\w+)`", documented[room])) == imported[room], room
    assert imported["cli"] == rooms - set(re.findall(r"`(\w+)`", documented["cli"])) - {"cli"}


def test_the_pages_lead_to_what_is_there() -> None:
    for file in [*DOCS.glob("*.md"), ROOT / "README.md"]:
        for target in re.findall(r"\]\(([^)#:]+)\)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"


def test_the_tests_that_the_pages_name_are_there() -> None:
    for name in ("weather.md", "reading.md"):
        for file in re.findall(r"`(\w+/test_\w+\.py)`", page(name)):
            assert (ROOT / "tests" / file).is_file(), f"{name}: {file}"


def test_the_pictures_are_small_and_ask_nobody_for_anything() -> None:
    assert (DOCS / "report.png").stat().st_size < 200_000
    assert "@font-face" not in page("timeline.svg") and "@import" not in page("timeline.svg")


def test_every_page_is_on_the_first_one() -> None:
    assert {file.name for file in DOCS.glob("*.md")} - {"README.md"} <= set(re.findall(r"\((\S+)\)", page("README.md")))


def test_the_store_page_names_every_table() -> None:
    from factcli.store.tables import TABLES

    assert {table.name for table in TABLES} <= set(re.findall(r"^\| `(\w+)` \|", page("store.md"), re.MULTILINE))


def test_every_format_is_on_the_page_of_the_output() -> None:
    from factcli.formats.registry import FORMATS

    (section,) = re.findall(r"^## Other formats\n(.*)", page("output.md"), re.DOTALL | re.MULTILINE)
    named = set(re.findall(r"`(\w+)`", section))
    assert {format.name for format in FORMATS} - {"table"} <= named
