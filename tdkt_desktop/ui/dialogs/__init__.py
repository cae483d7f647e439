"""Dialogs: for what needs several fields, or cannot be taken back."""
