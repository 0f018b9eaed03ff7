"""Reading `materials-lint.toml`, its JSON Schema, and the commented file that `init` writes: all from the dataclasses."""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import Field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_type_hints

from materials_lint.policy.configuration import Configuration, ConfigurationError

FILE_NAME = "materials-lint.toml"
_KINDS: dict[Any, tuple[str, str]] = {
    str: ("text in quotes", '"..."'),
    int: ("a whole number", "1"),
    float: ("a number", "0.5"),
    tuple[str, ...]: ("a list of texts", '["...", "..."]'),
}
_SCHEMA_KINDS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 1},
    float: {"type": "number"},
    tuple[str, ...]: {"type": "array", "items": {"type": "string"}},
}


def load(path: Path) -> Configuration:
    """Read a configuration file. Raises ConfigurationError, which tells every problem with the file, the key and the mend."""
    data = _parse(path)
    problems: list[str] = []
    configuration = _build(Configuration, data, "", problems)
    if problems:
        raise ConfigurationError("\n".join(f"{path}: {problem}" for problem in problems))
    return _placed(configuration, path)


def find(folder: Path) -> Path | None:
    """Return the configuration file of the start folder, or None for none."""
    path = folder / FILE_NAME
    return path if path.is_file() else None


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ` Did you mean "..."?` where one of `known` is like `word`, else nothing."""
    close = difflib.get_close_matches(word.lower(), list(known), n=1)
    return f' Did you mean "{close[0]}"?' if close else ""


def _placed(configuration: Configuration, path: Path) -> Configuration:
    """Turn folders that are named from the file's own folder into whole paths."""
    folder = configuration.marks.folder
    return replace(configuration, marks=replace(configuration.marks, folder=str(path.absolute().parent / folder))) if folder else configuration


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigurationError(f"{path}: this configuration file can't be opened ({error.strerror}). Check its name, or leave out --config.") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: this file is not UTF-8 text. Save it again with the encoding UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: this is not valid TOML: {error}. Texts need quotes, lists need brackets.") from error


def _build(kind: Any, data: dict[str, Any], where: str, problems: list[str]) -> Any:
    known = {item.name: item for item in fields(kind)}
    hints = get_type_hints(kind)
    unknown = [key for key in data if key not in known]
    problems += [f'{_in(where)}there is no setting "{key}".{nearest(key, known)} Known here: {", ".join(known)}.' for key in unknown]
    values = {key: _value(known[key], hints[key], value, where, problems) for key, value in data.items() if key in known}
    return kind(**values)


def _in(where: str) -> str:
    return f"in [{where}] " if where else ""


def _value(item: Field[Any], kind: Any, value: Any, where: str, problems: list[str]) -> Any:
    name = f"{where}.{item.name}" if where else item.name
    if is_dataclass(kind):
        if isinstance(value, dict):
            return _build(kind, value, name, problems)
        problems.append(f"{name} must be a table: write [{name}] on a line of its own, its settings below it.")
        return item.default
    if entry := item.metadata.get("item"):
        return _entries(entry, value, name, problems)
    wrong = _mistake(item, kind, value)
    if wrong:
        problems.append(f"{_in(where)}{item.name} {wrong}")
        return item.default
    return tuple(value) if isinstance(value, list) else float(value) if kind is float else value


def _entries(kind: Any, value: Any, name: str, problems: list[str]) -> tuple[Any, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        problems.append(f"{name} must be a list of tables: write [[{name}]] on a line of its own, its settings below it, once for each.")
        return ()
    return tuple(_build(kind, entry, name, problems) for entry in value)


def _mistake(item: Field[Any], kind: Any, value: Any) -> str:
    if not _fits(kind, value):
        words, example = _KINDS[kind]
        return f"must be {words}, e.g. {item.name} = {example}, not {_shown(value)}."
    choices = [str(choice) for choice in item.metadata.get("choices", ())]
    if choices and value not in choices:
        return f"must be one of {', '.join(choices)}, not {_shown(value)}.{nearest(value, choices)}"
    if kind is int and value < 1:
        return f"must be 1 or more, not {value}."
    if item.name == "min_confidence" and not (value == -1 or 0 <= value <= 1):
        return f"must be between 0 and 1 (or -1 for the profile's own), not {value}."
    return ""


def _fits(kind: Any, value: Any) -> bool:
    if kind == tuple[str, ...]:
        return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    if isinstance(value, bool):
        return False
    return isinstance(value, (int, float) if kind is float else kind)


def _shown(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except TypeError:
        return str(value)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the configuration file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FILE_NAME,
        "description": "Settings for materials-lint. Every setting may be left out.",
        **_table_schema(Configuration),
    }


def schema_text() -> str:
    """Return the JSON Schema as it lies in `configuration.schema.json`."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _table_schema(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {"type": "object", "additionalProperties": False, "properties": {item.name: _setting_schema(item, hints[item.name]) for item in fields(kind)}}


def _setting_schema(item: Field[Any], kind: Any) -> dict[str, Any]:
    told = {"description": item.metadata["help"]}
    if is_dataclass(kind):
        return {**_table_schema(kind), **told}
    if entry := item.metadata.get("item"):
        return {"type": "array", "items": _table_schema(entry), **told}
    schema = {**_SCHEMA_KINDS[kind], **told, "default": list(item.default) if isinstance(item.default, tuple) else item.default}
    if choices := item.metadata.get("choices"):
        schema["enum"] = [str(choice) for choice in choices]
    if item.name == "min_confidence":
        schema["anyOf"] = [{"const": -1}, {"minimum": 0, "maximum": 1}]
    return schema


def template() -> str:
    """Return the configuration file with every setting, its help and its default, the settings commented out."""
    lines = [
        "# Settings for materials-lint. Every line that starts with # is only a comment.",
        "# To change a setting, remove the # before it and write your own value.",
        "",
    ]
    hints = get_type_hints(Configuration)
    for item in fields(Configuration):
        entry = item.metadata.get("item")
        lines.append(f"# {_sentence(item.metadata['help'])}")
        lines += [f"# Remove the # before [[{item.name}]] too; repeat these lines for each.", f"#[[{item.name}]]"] if entry else [f"[{item.name}]"]
        lines += [*_settings(entry or hints[item.name]), ""]
    return "\n".join(lines)


def _settings(kind: Any) -> Iterator[str]:
    for item in fields(kind):
        choices = ", ".join(str(choice) for choice in item.metadata.get("choices", ()))
        yield f"# {item.metadata['help']}{f' (one of: {choices})' if choices else ''}"
        yield f"#{item.name} = {_toml(item.default)}"


def _toml(value: Any) -> str:
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
