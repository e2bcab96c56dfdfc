"""Settings for options: a configuration file, and environment variables, which override it.

    $XDG_CONFIG_HOME/factcli/config.toml        FACTCLI_TIMELINE_ABOUT=Prabowo
    db = "~/berita.db"      # for every command that has --db
    [timeline]
    about = "Prabowo"       # for this command alone

The command line overrides both.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import typer

from factcli.cli.toml_lines import line_of
from factcli.home import configuration_folder
from factcli.tokens.models import FOLDER_VARIABLE

# Options of a single call, or about factcli itself: never a setting.
_NEVER = frozenset({"help", "version", "install-completion", "show-completion", "path"})
_YES, _NO = frozenset({"1", "true", "yes", "on"}), frozenset({"", "0", "false", "no", "off"})
VARIABLE = "FACTCLI_"
# How options that name files and folders call their values: these may begin with `~`.
_PATHS = frozenset({"FILE", "DIR"})
# In bytes: a hundred times the longest file that anybody would write by hand.
LARGEST_FILE = 2**20
MOST_PROBLEMS = 20


class Setting(NamedTuple):
    """A value for an option of a command, and where it was set."""

    command: str
    option: str
    value: Any
    origin: str


class Configuration(NamedTuple):
    """The settings, and, a line each, what could not be understood and which variables set nothing."""

    settings: list[Setting]
    problems: list[str]
    unused: list[str]

    def of(self, command: str, option: str) -> Setting | None:
        """Return the setting of a command's option: the last that was read."""
        return next((each for each in reversed(self.settings) if each[:2] == (command, option)), None)


def configuration_path() -> Path:
    """Return where the configuration file lies: `$XDG_CONFIG_HOME/factcli/config.toml` (XDG Base Directory)."""
    return configuration_folder() / "config.toml"


def options_of(program: Any) -> dict[str, dict[str, Any]]:
    """Return for each command of the program its options, by their long names without dashes.

    A command of commands (`store`) has the options of all of them.
    """
    return {
        name: {
            option: parameter
            for each in (command, *_commands_of(command).values())
            for parameter in each.params
            if (option := _long_name(parameter)) is not None
        }
        for name, command in program.commands.items()
    }


def read_configuration(program: Any, path: Path, environment: Mapping[str, str]) -> Configuration:
    """Return the settings of the file (if there is one) and of the environment, for the commands of `program`."""
    options = options_of(program)
    found = Configuration([], [], [])
    try:
        text = _text_of(path)
    except FileNotFoundError:
        text = ""
    except (OSError, ValueError) as error:
        text = ""
        reason = getattr(error, "strerror", None) or ("not UTF-8" if isinstance(error, UnicodeError) else str(error))
        found.problems.append(f"{path}: cannot be read ({reason})")
    if text.strip():
        import tomllib

        try:
            _read_file(tomllib.loads(text), text, path, options, found)
        except (ValueError, RecursionError) as error:
            reason = "nested too deeply" if isinstance(error, RecursionError) else " ".join(str(error).split())
            found.problems.append(f"{path}: not TOML: {reason}")
    _read_environment(environment, options, found)
    return found


def _text_of(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ValueError(f"larger than {LARGEST_FILE // 2**20} MiB, too large for settings")
    # Some editors put a mark of the encoding before the text.
    return data.decode("utf-8-sig")


def default_map(configuration: Configuration, program: Any) -> dict[str, dict[str, Any]]:
    """Return the settings as click takes them: for each command the defaults of its parameters, by their own names.

    Those of a command of commands are also the defaults of each of them: an option that one does not have is ignored.
    """
    options = options_of(program)
    defaults: dict[str, dict[str, Any]] = {}
    for command, option, value, _ in configuration.settings:
        defaults.setdefault(command, {})[options[command][option].name] = value
    for command, values in defaults.items():
        values.update({name: dict(values) for name in _commands_of(program.commands[command])})
    return defaults


def _read_file(
    table: Mapping[str, Any], text: str, path: Path, options: Mapping[str, dict[str, Any]], found: Configuration
) -> None:
    # Keys for every command first, so that those of one command override them.
    for key, value in sorted(table.items(), key=lambda item: isinstance(item[1], dict)):
        is_command = isinstance(value, dict)
        for option, each in value.items() if is_command else ((key, value),):
            if len(found.problems) >= MOST_PROBLEMS:
                found.problems.append(f"{path}: and more")
                return
            place = (key, option) if is_command else (key,)
            line = line_of(text, place)
            origin = str(path) if line is None else f"{path}, line {line}"
            problem = _problem(place, each, options)
            if problem is not None:
                found.problems.append(f"{origin}: {problem}")
                continue
            commands = [key] if is_command else [name for name, known in options.items() if option in known]
            _take(list(_settings(commands, option, each, origin, options)), options, found)
        if is_command and not value and key not in options:
            found.problems.append(f"{path}: {_unknown_command(key, options)}")


def _read_environment(
    environment: Mapping[str, str], options: Mapping[str, dict[str, Any]], found: Configuration
) -> None:
    stems = [FOLDER_VARIABLE.removeprefix(VARIABLE)]
    for command in (None, *options):
        for option in dict.fromkeys(name for known in options.values() for name in known):
            stem = "_".join(filter(None, (command, option))).replace("-", "_").upper()
            variable = VARIABLE + stem
            commands = [name for name, known in options.items() if option in known and command in (None, name)]
            if not commands:
                continue
            stems.append(stem)
            if variable not in environment:
                continue
            value: Any = environment[variable]
            if _is_multiple(options[commands[0]][option]):
                value = [part for part in value.split(os.pathsep) if part]
            if (problem := _not_understood(option, value, options[commands[0]][option])) is not None:
                found.problems.append(f"{variable}: {problem}")
                continue
            if _is_flag(options[commands[0]][option]):
                if value.lower() not in _YES | _NO:
                    found.problems.append(f"{variable}={value}: neither true nor false; write 1 or 0")
                    continue
                value = value.lower() in _YES
            _take(list(_settings(commands, option, value, variable, options)), options, found)
    for name in sorted(environment):
        stem = name.removeprefix(VARIABLE)
        if stem != name and stem not in stems:
            found.unused.append(f"{name}: factcli has no such variable{_meant(stem, stems, VARIABLE)}")


def _take(settings: list[Setting], options: Mapping[str, dict[str, Any]], found: Configuration) -> None:
    """Add the settings of one key: where its value is none for some commands, those of the others; where it is for none
    of them, a problem.
    """
    refused = [_refused(options[each.command][each.option], each.value) for each in settings]
    fitting = [each for each, reason in zip(settings, refused, strict=True) if reason is None]
    found.settings.extend(fitting)
    if settings and not fitting:
        found.problems.append(f"{settings[0].origin}: {settings[0].option}: {refused[0]}")


def _refused(option: Any, value: Any) -> str | None:
    """Say why an option does not take a value, or nothing."""
    if _is_flag(option):
        return None
    try:
        for each in _as_list(value):
            option.type.convert(each, option, None)
    except typer.BadParameter as error:
        return error.message.rstrip(".")
    return None


def _settings(
    commands: list[str], option: str, value: Any, origin: str, options: Mapping[str, dict[str, Any]]
) -> Iterator[Setting]:
    for command in commands:
        if _is_flag(options[command][option]):
            yield Setting(command, option, value, origin)
        elif _is_multiple(options[command][option]):
            yield Setting(command, option, [_text(each, options[command][option]) for each in _as_list(value)], origin)
        else:
            yield Setting(command, option, _text(value, options[command][option]), origin)


def _text(value: Any, option: Any) -> str:
    return str(Path(value).expanduser()) if is_path(option) and str(value).startswith("~") else str(value)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _problem(place: tuple[str, ...], value: Any, options: Mapping[str, dict[str, Any]]) -> str | None:
    """Say what is wrong with a key of the file, or nothing."""
    *command, option = place
    if command and command[0] not in options:
        return _unknown_command(command[0], options)
    known = options[command[0]] if command else {name: each for of in options.values() for name, each in of.items()}
    if option not in known:
        whose = f"factcli {command[0]} has" if command else "factcli has"
        return f"{whose} no option {option!r}{_meant(option, known)}"
    if _is_flag(known[option]):
        return None if isinstance(value, bool) else f"{option} takes true or false"
    values = _as_list(value) if _is_multiple(known[option]) else [value]
    if all(isinstance(each, (str, int, float)) and not isinstance(each, bool) for each in values):
        return _not_understood(option, value, known[option])
    return f"{option} takes a text in quotes" + (", or several: [..., ...]" if _is_multiple(known[option]) else "")


def _not_understood(option: str, value: Any, parameter: Any) -> str | None:
    """Say what is wrong with a value that has the right shape, or nothing."""
    for text in map(str, _as_list(value)):
        if any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
            return f"{option} holds control characters"
        if not is_path(parameter):
            continue
        if not text:
            return f"{option} is empty: name a file"
        if text.startswith("~"):
            try:
                Path(text).expanduser()
            except RuntimeError:
                return f"{option}: {text}: there is no such home folder"
    return None


def _unknown_command(name: str, options: Mapping[str, Any]) -> str:
    return f"factcli has no command {name!r}{_meant(name, options)}"


def _meant(name: str, known: Iterable[str], prefix: str = "") -> str:
    import difflib

    close = difflib.get_close_matches(name, known, n=1)
    return f"; is it {prefix + close[0]!r}?" if close else ""


def _commands_of(command: Any) -> dict[str, Any]:
    """Return the commands of a command of commands; of any other, nothing."""
    found: dict[str, Any] = getattr(command, "commands", {})
    return found


def _long_name(parameter: Any) -> str | None:
    if parameter.param_type_name != "option":
        return None
    names = [name.removeprefix("--") for name in parameter.opts if name.startswith("--")]
    return names[0] if names and names[0] not in _NEVER else None


def _is_flag(parameter: Any) -> bool:
    return bool(parameter.is_flag)


def is_path(parameter: Any) -> bool:
    """Return whether an option names a file or a folder."""
    return parameter.metavar in _PATHS


def _is_multiple(parameter: Any) -> bool:
    return bool(parameter.multiple)
