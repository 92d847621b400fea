"""What a screen says: frozen frames and their wording. No Qt."""
