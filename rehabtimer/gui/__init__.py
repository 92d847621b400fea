"""The window: QtWidgets only. It draws frames and reports what the person wants."""
