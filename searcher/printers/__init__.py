"""What a command prints and where: a file a format, and the screen they are for."""
