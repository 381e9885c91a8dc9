"""The LibreOffice add-in: the same functions and buttons, built from the same tables."""
