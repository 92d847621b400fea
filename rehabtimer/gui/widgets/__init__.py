"""Painted parts that several screens share."""
