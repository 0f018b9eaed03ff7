"""Frozen dataclasses to plain JSON values and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints


def to_plain(value: Any) -> Any:
    """Return `value` (dataclasses, tuples, enums, None, numbers, strings) as lists, dictionaries and scalars."""
    if is_dataclass(value):
        return {item.name: to_plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    return str(value) if isinstance(value, StrEnum) else value


def from_plain(kind: Any, value: Any) -> Any:
    """Rebuild a value of type `kind`. Raises KeyError, TypeError or ValueError where it does not fit."""
    return _builder(kind)(value)


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """Return what rebuilds values of one type; made once for each, as a cached run rebuilds thousands."""
    if get_origin(kind) is UnionType:
        (inner,) = (option for option in get_args(kind) if option is not NoneType)
        build = _builder(inner)
        return lambda value: None if value is None else build(value)
    if get_origin(kind) is tuple:
        item = _builder(get_args(kind)[0])
        return lambda value: tuple([item(each) for each in _checked(list, value)])
    if is_dataclass(kind):
        parts = [(name, _builder(hint)) for name, hint in get_type_hints(kind).items()]
        make: Callable[..., Any] = kind  # type: ignore[assignment]
        return lambda value: make(**{name: build(value[name]) for name, build in parts})
    if issubclass(kind, StrEnum):
        known = {str(member): member for member in kind}
        return lambda value: known[value]
    if kind is float:
        return lambda value: float(_checked((int, float), value))
    return lambda value: _checked(kind, value)


def _checked(kind: Any, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind}")
    return value
