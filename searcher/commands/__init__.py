"""What people type: a file a command."""
