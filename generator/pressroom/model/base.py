"""What all nouns share: they are frozen, and an unknown field is a mistake."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen value; equal when its fields are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid")
