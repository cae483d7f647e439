"""The look: colours, icons, palette and the generated style sheet."""
