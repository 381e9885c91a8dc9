"""What Excel calls through xlwings: worksheet functions and buttons."""
