"""The sound of a session: it plays cues, and knows neither the window nor the clock."""
