"""The reader's screens.

Textual reads ESCDELAY when it is imported and waits 100 ms by default, in which a
byte after an escape is lost; so a shorter wait is set before any module here can.
"""

import os

os.environ.setdefault("ESCDELAY", "25")
