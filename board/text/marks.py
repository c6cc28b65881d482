"""Marks: the signs that officials put before a line instead of drawing a heading or a list.

One table for everything that reads releases, so that no sign is known to one reader and unknown to
another. Each constant is a string of signs, of which any one may stand before a line.
"""

SECTIONS = "□■◇◆◎▣◈❏❑▢❖"  # of the highest rank: a part of the release
CIRCLES = "○●◯⃝◦∘⚬ㅇ❍⦁"
TRIANGLES = "▲△▴▵▶▷▸▹►▻▼▽▾▿"
ARROWS = "→⇒➔➜➡☞☛"
DASHES = "-–—―‐‑−─"
DOTS = "·ㆍ•∙▪▫‣⁃"
NOTES = "※*＊"  # what follows explains the line above
NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓"

ITEMS = CIRCLES + TRIANGLES + ARROWS + DASHES + DOTS
# These also begin numbers, words and emphases, so a blank tells them apart.
NEED_BLANK = DASHES + DOTS + "ㅇ*＊"
SURE = "".join(sign for sign in SECTIONS + ITEMS + NOTES + NUMBERS if sign not in NEED_BLANK)
