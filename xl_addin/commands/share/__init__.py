"""Sharing as plain data: who the readers are, and which rows and columns each of them may see.

Nothing here opens a file; `xl_addin.sharing` makes the copies that are planned here.
"""
