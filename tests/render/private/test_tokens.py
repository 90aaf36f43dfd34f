"""Tokens are what RFC 2104 and RFC 4648 make of a key, an id and a generation, and nothing else."""

import base64
import hashlib
import hmac

from pressroom.model.secret import Secret
from pressroom.render.private import tokens

KEY = Secret(b"k" * 32)


def test_a_token_is_the_hmac_of_id_and_generation() -> None:
    made = hmac.new(b"k" * 32, b"feed:v1:ada:3", hashlib.sha256).digest()
    assert tokens.of_subscriber(KEY, "ada", 3) == base64.urlsafe_b64encode(made).decode().rstrip("=")


def test_a_token_has_43_characters_that_an_address_may_have() -> None:
    made = {tokens.of_subscriber(KEY, f"subscriber-{number}", 1) for number in range(500)}
    assert len(made) == 500
    assert all(len(token) == tokens.LENGTH and token.replace("-", "").replace("_", "").isalnum() for token in made)


def test_another_key_id_or_generation_makes_another_token() -> None:
    made = {
        tokens.of_subscriber(KEY, "ada", 1),
        tokens.of_subscriber(KEY, "ada", 2),
        tokens.of_subscriber(KEY, "bram", 1),
        tokens.of_subscriber(Secret(b"j" * 32), "ada", 1),
        tokens.of_sound(KEY, 1),
        tokens.of_sound(KEY, 2),
    }
    assert len(made) == 6
