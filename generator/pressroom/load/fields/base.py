"""What the models of all files share, and how a field is declared."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def key_of(name: str) -> str:
    """Return what an editor writes for a field: `from_` is written `from`, which Python keeps for itself."""
    return name.rstrip("_")


class Fields(BaseModel):
    """The fields of a file, or of a group inside one."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=key_of)


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


Item = TypeVar("Item")
Several = Annotated[tuple[Item, ...], BeforeValidator(_several)]
"""A list; a single value may stand without brackets."""


def required(description: str, example: str) -> Any:
    """Declare a field that has to be there and not be empty, in an editor's words."""
    return Field(default=None, description=description, examples=[example], json_schema_extra={"required": True})


def optional(description: str, example: str) -> Any:
    """Declare a field that may be left out."""
    return Field(default=None, description=description, examples=[example])


def required_fields(model: type[Fields]) -> frozenset[str]:
    """Return the names of the fields that have to be there."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if isinstance(field.json_schema_extra, dict) and field.json_schema_extra.get("required")
    )


def shown(model: type[Fields], name: str) -> str:
    """Return the line, or lines, that show how a field is written."""
    example = str((model.model_fields[name].examples or ["…"])[0])
    return f"{key_of(name)}:{example}" if example.startswith("\n") else f"{key_of(name)}: {example}"
