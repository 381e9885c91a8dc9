"""Copies for colleagues and mails with them: where plans, the master's parts and files meet."""
