"""One screen a module: show a frame, signal an intent."""
