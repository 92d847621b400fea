"""The only room that draws with matplotlib; it is entered when Trends is first shown."""
