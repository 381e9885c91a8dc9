"""The buttons of ribbon, menu and toolbar: one table of them, one module for what each does."""
