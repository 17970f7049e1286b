"""What an index knows of the files that its articles came from, and a run's account of what has changed."""
