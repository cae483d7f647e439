"""Registration: who means to earn what this year."""
