"""The rules of a rehabilitation session: no Qt, no SQL, no clock of its own."""
