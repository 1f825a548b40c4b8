"""Texts that attack a terminal, the toolkit, columns or search, and documents made of them."""

import json

ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"

# A terminal would obey these.
CONTROLS = {
    "csi-colour": f"Deep {ESC}[31mred{ESC}[0m nets",
    "csi-clear-home": f"A{ESC}[2J{ESC}[HB",
    "csi-report": f"A{ESC}[6n{ESC}[c{ESC}[>0qB",
    "csi-unterminated": f"A{ESC}[38;5;",
    "osc52-bel": f"A{ESC}]52;c;ZWNobyBwd25lZA=={BEL}B",
    "osc52-st": f"A{ESC}]52;c;ZWNobyBwd25lZA=={ST}B",
    "osc8": f"{ESC}]8;;https://evil.example{ST}arXiv{ESC}]8;;{ST}",
    "osc0-title": f"A{ESC}]0;owned{BEL}B",
    "osc-unterminated": f"A{ESC}]0;swallows the rest of the screen",
    "dcs": f'A{ESC}P$q"p{ST}B',
    "apc-pm-sos": f"A{ESC}_x{ST}{ESC}^y{ST}{ESC}Xz{ST}B",
    "reset": f"A{ESC}cB",
    "alternate-screen-off": f"A{ESC}[?1049lB",
    "mouse-on": f"A{ESC}[?1003hB",
    "tmux-passthrough": f"A{ESC}Ptmux;{ESC}{ESC}]52;c;eA=={BEL}{ST}B",
    "c1-csi": "A\x9b31mB",
    "c1-osc": "A\x9d52;c;eA==\x9cB",
    "c0": "A" + "".join(map(chr, range(1, 32))) + "\x7fB",
    "c1": "A" + "".join(map(chr, range(0x80, 0xA0))) + "B",
    "nul": "A\x00B",
    "backspace": "evil\b\b\b\bgood",
    "carriage-return": "bad title\rGOOD",
    "line-ends": "a\x85b\u2028c\u2029d\x0be\x0cf",
}

# The toolkit would read these as markup; they are to be shown letter for letter.
MARKUP = {
    "bold": "[bold]x[/bold]",
    "click": "[@click=app.quit]press me[/]",
    "link": "[link=https://evil.example]arXiv[/link]",
    "close": "[/] and [/bold] and [/usr/lib]",
    "unclosed": "see [bold",
    "interval": "interval [0, 1) and x[i] and [a=b] and [=",
    "mask": "[MASK] [CLS] [sic] [/INST] a[i]",
    "escaped": "\\[bold] \\\\[x] trailing \\",
    "style": "[on red]x[/] [$primary]y[/] [#ff0000]z[/] [50%]",
    "emoji-code": "a :smiley: b :warning:",
    "format": "{0} {title} %s %(x)s ${HOME} {!r:>99}",
}

UNICODE = {
    "rlo": "safe\u202egpj.exe\u202c end",
    "bidi": "a\u2066b\u2067c\u2068d\u2069e\u202ae\u202bf\u200eg\u200fh\u061ci",
    "arabic-hebrew": "שלום עולם and مرحبا",
    "zero-width": "pass\u200bword\u200c\u200d\ufeff\u2060",
    "zwj": "👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇪🇫",
    "combining": "e\u0301 Z" + "\u0335\u0353\u034d" * 60 + "algo",
    "cjk": "深層学習による画像認識の研究",
    "ambiguous": "①②③ ★ ± § ° …",
    "variation": "☁️ ☁ ✈︎ ❤️",
    "tag-characters": "hi\U000e0041\U000e0042\U000e007f",
    "noncharacters": "a\ufffe\uffff\U0001ffff",
    "private-use": "\ue000\uf8ff\U000f0000",
    "surrogates": "a\ud800b\udfffc",
    "latex-bomb": "\\def\\a{\\a\\a}\\a " + "{" * 2000 + "x" + "}" * 2000 + " $" * 300,
    "long-word": "W" * 5000,
    "shell": "$(touch pwned); `touch pwned`; | touch pwned & touch pwned",
    "dash": "-rf --output=/etc/passwd",
}

TEXTS = CONTROLS | MARKUP | UNICODE


def papers_json(texts: dict[str, str] = TEXTS) -> bytes:
    """A JSON document: a paper of each text, which is title, author, abstract, note and tag."""
    papers = [
        {
            "title": f"{number:02} {text}",
            "authors": [text, "Bo Example"],
            "affiliations": [text],
            "abstract": f"{name} {text} end. " * 2,
            "category": text[:20],
            "date": "2026-01-01",
            "urls": ["https://a.example/" + text[:40]],
            "tags": [text[:30].replace(" ", "_")],
            "note": text,
            "status": "reading",
        }
        for number, (name, text) in enumerate(texts.items())
    ]
    return json.dumps(papers).encode()
