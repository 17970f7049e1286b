"""What does a query mean in an archive? What is typed, put together with what is written for the same."""
