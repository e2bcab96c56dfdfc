"""Make the command reference from the help texts: `python docs/make_reference.py [--check]` -> docs/commands.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from command_texts import CommandText, command_texts
from pages import put

INTRODUCTION = """# Commands

Made from the help texts by `docs/make_reference.py`; do not edit. `factcli COMMAND --help` (or `-h`) shows the same,
and `docs/man/factcli.1` is the man page.
"""


def reference() -> str:
    """Return the page: a section a command."""
    return INTRODUCTION + "".join(f"\n{line}" for text in command_texts() for line in _section(text)) + "\n"


def _section(text: CommandText) -> Iterator[str]:
    yield f"## {text.name}\n"
    yield f"```\n{text.usage}\n```\n"
    yield from (f"{_prose(paragraph)}\n" for paragraph in text.paragraphs)
    if text.parameters or text.options:
        yield from _table([*text.parameters, *text.options])
    yield "Examples:\n"
    yield "\n".join(["```", *text.examples, "```", ""])


def _table(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    lines = ["| | |", "|---|---|", *(f"| `{_cell(name)}` | {_prose(_cell(help))} |" for name, help in rows), ""]
    yield "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _prose(text: str) -> str:
    """Return the text with what Markdown would read as its own kept as it is."""
    return text.replace("<", "&lt;").replace("*", "\\*")


if __name__ == "__main__":
    put("commands.md", reference())
