"""Deploying: a built site goes to where its readers are, whole or not at all, and can go back."""
