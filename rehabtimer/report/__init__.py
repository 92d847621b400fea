"""What goes onto paper: the report for the therapist, and the exercise sheet."""
