"""Follow-up: today's work as sheets, one for all customers and one per owner.

The sheets are made anew each time; what somebody typed stays, what is ticked off goes into the
table Contacts once and leaves. Articles 001 and 003; consent by PIPL Art. 13 to 17.
Proved in tests/xl_addin/commands/follow_up/.
"""

from xl_addin.commands.follow_up.making import TABLES, follow_up

__all__ = ["TABLES", "follow_up"]
