"""Documents: what is written down at a target, where others can reach it, and read back with suspicion."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Document(BaseModel):
    """A frozen value, each field of which is looked at whenever one is made; an unknown field is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def but(self, **changes: Any) -> Self:
        """Return the same with other values in some fields."""
        return self.model_copy(update=changes)
