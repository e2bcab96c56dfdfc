"""Make the man page from the help texts: `python docs/make_man.py [--check]` -> docs/man/factcli.1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from command_texts import CommandText, command_texts
from pages import put

from factcli import __version__

EXIT_CODES = (
    ("0", "Done."),
    ("1", "Failed."),
    ("2", "Wrong use."),
    ("3", "Some inputs failed; the output of the others is whole."),
    ("4", "A model is missing or damaged."),
    ("130", "Interrupted."),
)
ENVIRONMENT = (
    ("FACTCLI_OPTION, FACTCLI_COMMAND_OPTION", "An option of every command that has it, or of one: FACTCLI_LANG, "
     "FACTCLI_TIMELINE_ABOUT. The command line goes before it, and it before the configuration file."),
    ("LC_ALL, LC_MESSAGES, LANG", "The first that is set gives the language of the labels, where --lang does not."),
    ("NO_COLOR", "Where set, no colour."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME", "Where the configuration file and the store lie."),
)  # fmt: skip
FILES = (
    ("$XDG_CONFIG_HOME/factcli/config.toml", "The configuration file ('factcli config' prints it)."),
    ("$XDG_DATA_HOME/factcli/facts.db", "The store that --save fills."),
)


def man_page() -> str:
    """Return the page as roff (man macros of groff)."""
    first, *others = command_texts()
    return "\n".join(_page(first, others)) + "\n"


def _page(program: CommandText, commands: list[CommandText]) -> Iterator[str]:
    yield '.\\" Made by docs/make_man.py from the help texts; do not edit.'
    yield f'.TH FACTCLI 1 "" "factcli {__version__}" "User Commands"'
    yield ".SH NAME"
    yield _text("factcli - " + program.paragraphs[0][0].lower() + program.paragraphs[0][1:].rstrip("."))
    yield ".SH SYNOPSIS"
    yield from (f".br\n{_text(command.usage)}" if number else _text(command.usage)
                for number, command in enumerate([program, *commands]))  # fmt: skip
    yield ".SH DESCRIPTION"
    yield from _paragraphs(program.paragraphs)
    yield ".SH OPTIONS"
    yield from _list(program.options)
    yield from _examples(program)
    yield ".SH COMMANDS"
    for command in commands:
        yield f'.SS "{_text(command.name)}"'
        yield from _paragraphs(command.paragraphs)
        yield from _list((*command.parameters, *command.options))
        yield from _examples(command)
    yield ".SH EXIT STATUS"
    yield from _list(EXIT_CODES)
    yield ".SH ENVIRONMENT"
    yield from _list(ENVIRONMENT)
    yield ".SH FILES"
    yield from _list(FILES)
    yield ".SH SEE ALSO"
    yield ".BR jq (1)"


def _paragraphs(paragraphs: tuple[str, ...]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        yield from [".PP"] * (number > 0)
        yield _text(paragraph)


def _list(entries: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, help in entries:
        yield f".TP\n.B {_text(name)}\n{_text(help)}"


def _examples(command: CommandText) -> Iterator[str]:
    yield ".PP\nExamples:\n.PP\n.EX"
    yield from map(_text, command.examples)
    yield ".EE"


def _text(text: str) -> str:
    """Return the text as roff shows it unchanged: its own signs escaped, hyphens and quotes as the shell takes them."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    escaped = escaped.replace('"', "\\(dq").replace("^", "\\(ha").replace("~", "\\(ti")
    return re.sub(r"(?m)^\.", r"\\&.", escaped)


if __name__ == "__main__":
    put("man/factcli.1", man_page())
