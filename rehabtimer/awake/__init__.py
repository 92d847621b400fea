"""Keeps the screen awake, and knows whether it really does."""
