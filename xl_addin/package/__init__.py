"""The .xlsx/.xlsm package as bytes: our parts are read and rewritten, all others copied."""
