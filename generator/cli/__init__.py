"""The commands: arguments in, lines out."""
