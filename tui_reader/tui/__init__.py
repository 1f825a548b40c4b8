"""The reader's screens, and what is to be so before Textual is imported.

Textual reads ESCDELAY when it is imported and waits 100 ms by default, in which a
byte after an escape is lost; so a shorter wait is set before any module here can.

asyncio, which Textual stands on, loads ssl wherever it finds it, and is made to do without.
The reader opens no connection, and the libraries of ssl are a twentieth of a start. Whoever
imports ssl later has it; only asyncio's own connections cannot be encrypted.
"""

import os
import sys

os.environ.setdefault("ESCDELAY", "25")

if not {"asyncio", "ssl"} & sys.modules.keys():
    # None says to an import that there is no such module.
    sys.modules["ssl"] = None  # type: ignore[assignment]  # which typeshed does not know
    import asyncio  # noqa: F401 - for the sake of what it leaves out

    del sys.modules["ssl"]
