"""Numbers over records: what the diary and the sessions come to."""
