"""Verifying: the live site is asked for what was published, and strangers are sent away where that was promised."""
