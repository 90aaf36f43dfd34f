"""Reporters: findings as text for people and as data for tools.

They are pure: whoever wants a line quoted hands the lines in, and says whether there is a terminal.
"""
