"""Photos that nobody took: a hill, a sun and a number, as JPEG; and a small emblem."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw


@cache
def photo(number: int, width: int = 1200, height: int = 800) -> bytes:
    """A JPEG; number 0 is an emblem of 96 pixels, from 100 on they are a camera's of 12 million."""
    if number == 0:
        width = height = 96
    elif number >= 100:
        width, height = 4000, 3000
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(image)
    hue = (40 + 53 * number % 200, 120, 200 - 31 * number % 160)
    draw.ellipse((0, height // 2, width, height * 2), fill=hue)
    draw.ellipse((width * 0.7, height * 0.1, width * 0.8, height * 0.25), fill=(250, 220, 90))
    if number >= 100:
        image = Image.blend(image, Image.effect_noise(image.size, 60).convert("RGB"), 0.08)
    written = BytesIO()
    image.save(written, "JPEG", quality=85)
    return written.getvalue()
