"""What all nouns share: they are frozen, and an unknown field is a mistake."""

import os

# pydantic looks through every package that is installed for plugins; none of them is for these models.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen value; equal when its fields are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid")
