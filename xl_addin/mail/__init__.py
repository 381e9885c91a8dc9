"""Mails: drafts as files that a mail program opens, and sending over a server with TLS."""
