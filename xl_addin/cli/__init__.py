"""The command line `customer-chain`: every ribbon button, for a closed workbook.

Exit codes: 0 done; 1 the check found problems; 2 the command was not understood; 3 refused
with a sentence, nothing was changed; 4 an error of ours, with a report file; 130 interrupted.
Proved in tests/xl_addin/cli/.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin.cli.arguments import parse
from xl_addin.cli.language import system_language
from xl_addin.error_report import keep_error_report

DONE, FOUND_PROBLEMS, NOT_UNDERSTOOD, REFUSED, OUR_ERROR, INTERRUPTED = 0, 1, 2, 3, 4, 130


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console that lacks a character shows "?"
            stream.reconfigure(errors="replace")
    arguments = parse(sys.argv[1:] if words is None else list(words), system_language())
    lang = arguments.lang
    # One command is one short life: the collector would only walk cells that are all in use.
    gc.disable()
    try:
        from xl_addin.cli import actions

        return actions.ACTIONS[arguments.command](arguments)
    except CustomerChainError as why:
        print(_ended(why.sentence(lang), lang), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print(text("cli.interrupted", lang), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone, as in `| head`
        sys.stderr.close()
        return DONE
    except Exception:
        print(text("cli.our_error", lang, file=keep_error_report()), file=sys.stderr)
        return OUR_ERROR
    finally:
        gc.enable()


def _ended(sentence: str, lang: str) -> str:
    """With a full stop; the same sentence may stand in a cell or a list without one."""
    if sentence.endswith(tuple("。.?？!！)）")):
        return sentence
    return sentence + ("。" if lang == "zh" else ".")
