"""Set-up on an office machine, with the system behind one small port."""
