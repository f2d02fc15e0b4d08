"""A strict reader of curated YAML: text stays text, every value keeps its line, and nothing clever is allowed.

PyYAML only composes the node tree here; no object is ever constructed from a tag. `no`, `02134` and `2026-01-09` come
out as the text that was typed. Anchors, aliases, tags, merge keys, duplicate keys and oversized files are refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from rapidfuzz import process

from bot.problems import ContentError, Problem

MOST_BYTES = 512 * 1024
MOST_DEPTH = 12
MOST_NODES = 20_000

Plain = str | list[Any] | dict[str, Any]
ValuePath = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Source:
    """One file as plain values (text, lists, mappings) and the line each value stands on, keyed by its path."""

    name: str
    value: dict[str, Any]
    lines: Mapping[ValuePath, int] = field(default_factory=dict)

    def line(self, path: ValuePath) -> int:
        """The 1-based line of a path, or of the nearest parent that is in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def where(self, path: ValuePath = ()) -> str:
        return f"{self.name}:{self.line(path)}"

    def problem(self, path: ValuePath, what: str, mend: str = "", severity: str = "error") -> Problem:
        return Problem(self.where(path), what, mend, severity)


def read_text(name: str, text: str) -> Source:
    """Reads one YAML mapping. Raises ContentError with every problem found."""
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        mend = "Split it into smaller files."
        raise ContentError([Problem(f"{name}:1", f"the file is larger than {MOST_BYTES // 1024} KB.", mend)])
    reader = _Reader(name)
    node = reader.compose(text)
    value = reader.plain(node, ()) if node is not None else {}
    if node is not None and not isinstance(node, yaml.MappingNode):
        reader.fault(node, "the file is not a list of `key: value` lines.", "Start it with a key such as `title:`.")
    if reader.problems:
        raise ContentError(sorted(reader.problems))
    return Source(name, value if isinstance(value, dict) else {}, reader.lines)


def read_file(path: Path, root: Path) -> Source:
    """Reads a file; its name in problems is relative to `root`. Raises ContentError, never OSError."""
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        if path.stat().st_size > MOST_BYTES:
            mend = "Split it into smaller files."
            raise ContentError([Problem(f"{name}:1", f"the file is larger than {MOST_BYTES // 1024} KB.", mend)])
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is not UTF-8 text."
        raise ContentError([Problem(f"{name}:1", what, "Save the file again as UTF-8.")]) from error
    except OSError as error:
        what = f"the file cannot be read ({error.strerror or 'unknown reason'})."
        raise ContentError([Problem(f"{name}:1", what, "Check that it exists and who may read it.")]) from error
    return read_text(name, text)


def model_from(kind: type[Model], source: Source, extra: Mapping[str, Any] | None = None) -> Model:
    """Validates a source against a pydantic model. Raises ContentError naming file, line and the nearest known key."""
    try:
        return kind.model_validate({**source.value, **(extra or {})})
    except ValidationError as error:
        raise ContentError(list(_explain(kind, source, error))) from error


# libyaml is about eight times as fast; both only compose nodes here and never construct an object
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.lines: dict[ValuePath, int] = {}
        self._nodes = 0

    def fault(self, node: yaml.Node, what: str, mend: str) -> None:
        self.problems.append(Problem(f"{self.name}:{node.start_mark.line + 1}", what, mend))

    def compose(self, text: str) -> yaml.Node | None:
        try:
            self._refuse_cleverness(text)
            return yaml.compose(text, Loader=_Loader)
        except _Refused as refused:
            self.problems.append(Problem(f"{self.name}:{refused.line}", refused.what, refused.mend))
        except yaml.YAMLError as error:
            self.problems.append(_syntax_problem(self.name, error))
        except RecursionError:
            self.problems.append(Problem(f"{self.name}:1", "lists and keys are nested too deeply.", "Flatten the file."))
        except UnicodeEncodeError:
            self.problems.append(Problem(f"{self.name}:1", "a character is not Unicode text.", "Type it again."))
        return None

    @staticmethod
    def _refuse_cleverness(text: str) -> None:
        """Aliases, anchors, tags and deep nesting are refused on the events, before anything is composed or expanded."""
        depth = 0
        for event in yaml.parse(text, Loader=_Loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
            if isinstance(event, yaml.AliasEvent):
                raise _Refused(line, f"`*{anchor}` repeats another part of the file.", "Write the text out.")
            if anchor:
                raise _Refused(line, f"`&{anchor}` marks a part to repeat.", "Remove it and write the text out.")
            if tag:
                raise _Refused(line, f"the tag `{str(tag)[:40]}` is not allowed.", "Remove it: everything here is text.")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MOST_DEPTH + 2:
                    raise _Refused(line, "lists and keys are nested too deeply.", "Flatten the file.")
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1

    def plain(self, node: yaml.Node, path: ValuePath) -> Plain:
        self._nodes += 1
        self.lines.setdefault(path, node.start_mark.line + 1)
        if len(path) > MOST_DEPTH or self._nodes > MOST_NODES:
            if self._nodes <= MOST_NODES + 1:
                self.fault(node, "the file is too deep or too long to be curated by hand.", "Split or flatten it.")
            return ""
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(child, (*path, place)) for place, child in enumerate(node.value)]
        return str(node.value)

    def _mapping(self, node: yaml.MappingNode, path: ValuePath) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.fault(key_node, "a key must be a plain word.", "Write `key: value`.")
                continue
            key = str(key_node.value)
            if key == "<<":
                self.fault(key_node, "merge keys (`<<`) are not allowed here.", "Write the lines out.")
            elif key in result:
                first = self.lines[(*path, key)]
                self.fault(key_node, f"`{key}` stands here a second time (first on line {first}).", "Keep one of them.")
            else:
                self.lines[(*path, key)] = key_node.start_mark.line + 1
                if isinstance(value_node, yaml.ScalarNode) and not value_node.value.strip():
                    self.fault(key_node, f"`{key}` has nothing after it.", "Fill it in, or remove the line.")
                    continue
                result[key] = self.plain(value_node, (*path, key))
        return result


class _Refused(Exception):
    def __init__(self, line: int, what: str, mend: str) -> None:
        self.line, self.what, self.mend = line, what, mend
        super().__init__(what)


def _syntax_problem(name: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark is not None else 1
    reason = str(getattr(error, "problem", "") or "").strip() or "the file is not readable as YAML"
    what = f"cannot read this line ({reason})."
    mend = "Check the indent, and put the text after `key: |` on its own lines if it holds a colon or a quote."
    return Problem(f"{name}:{line}", what, mend)


def _explain(kind: type[BaseModel], source: Source, error: ValidationError) -> Iterator[Problem]:
    for fault in error.errors(include_url=False, include_context=True):
        path = tuple(part for part in fault["loc"] if not _is_union_branch(part))
        if fault["type"] == "extra_forbidden":
            yield source.problem(path, f"`{path[-1]}` is not a known key.", _nearest_key(kind, path))
        elif fault["type"] == "missing":
            yield source.problem(path[:-1], f"`{path[-1]}` is missing.", f"Add a line `{path[-1]}: …`.")
        else:
            yield source.problem(path, _sentence(path, fault), _mend(fault))


def _is_union_branch(part: str | int) -> bool:
    # pydantic adds names such as "str" or "function-after[…]" to a path when a field accepts more than one shape
    return isinstance(part, str) and (part.startswith("function-") or "[" in part)


def _nearest_key(kind: type[BaseModel], path: ValuePath) -> str:
    model: type[BaseModel] | None = kind
    for part in path[:-1]:
        if isinstance(part, str) and model is not None:
            model = _inner_model(model, part)
    known = [(info.alias or name) for name, info in model.model_fields.items()] if model is not None else []
    found = process.extractOne(str(path[-1]), known, score_cutoff=60)
    return f"Did you mean `{found[0]}`?" if found else f"Known keys: {', '.join(sorted(known))}."


def _inner_model(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    for name, info in model.model_fields.items():
        if key in (name, info.alias):
            return _find_model(info.annotation)
    return model if key not in model.model_fields else None


def _find_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _find_model(argument)
        if found is not None:
            return found
    return None


def _sentence(path: ValuePath, fault: Any) -> str:
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    message = str(fault["msg"]).removeprefix("Value error, ")
    return f"`{key}`: {message}." if key else f"{message}."


def _mend(fault: Any) -> str:
    context = fault.get("ctx") or {}
    if fault["type"] in ("literal_error", "enum"):
        found = process.extractOne(str(fault.get("input", "")), _choices(context), score_cutoff=60)
        return f"Did you mean `{found[0]}`?" if found else ""
    if fault["type"] == "string_too_long":
        return f"Shorten it to {context.get('max_length')} characters."
    if fault["type"] in ("list_type", "tuple_type"):
        return "Write one item a line, each starting with `- `."
    return ""


def _choices(context: Mapping[str, Any]) -> list[str]:
    return [word.strip(" '\"") for word in str(context.get("expected", "")).replace(" or ", ",").split(",") if word.strip()]
