"""Benchmark of photo processing: `python -m tests.bench photos [FILE …]`.

For each of the sample paper's photos (or your own): seconds and bytes of WebP and JPEG as we make
them, and whether AVIF would earn its place: bytes at the same look (SSIM of brightness) and seconds
to make it. Then the memory that decoding the largest allowed photos takes, each in a process.
"""

import io
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image, ImageMath

from board.config import ROOT
from board.files import photos

WIDTHS = (800, 1200)
WEBP = {"quality": photos.WEBP_QUALITY, "method": 2}
QUALITIES = range(50, 81, 2)
LARGEST = {
    "jpeg-40": ((7302, 5477), "RGB", "JPEG", {"quality": 60}),
    "jpeg-13-square": ((3590, 3590), "RGB", "JPEG", {"quality": 80}),
    "progressive-16": ((4600, 3450), "RGB", "JPEG", {"quality": 60, "progressive": True}),
    "cmyk-40": ((7302, 5477), "CMYK", "JPEG", {"quality": 50}),
    "png-16-rgba": ((4000, 4000), "RGBA", "PNG", {"compress_level": 1}),
    "png-13-square": ((3590, 3590), "RGB", "PNG", {"compress_level": 1}),
    "webp-4": ((2300, 1735), "RGBA", "WEBP", {"quality": 60, "method": 0}),
    "gif-16": ((4000, 4000), "P", "GIF", {}),
}


def main(given: list[str]) -> None:
    if given[:1] == ["--memory"]:
        _decode(Path(given[1]))
        return
    files = [Path(name) for name in given] or sorted((ROOT / "seeds" / "photos").glob("*.jpg"))[:4]
    for file in files:
        _weigh(file)
    with tempfile.TemporaryDirectory() as folder:
        for name, (size, mode, form, options) in LARGEST.items():
            path = Path(folder) / name
            _crowd(size).convert(mode).save(path, form, **options)
            command = [sys.executable, "-m", "tests.bench", "photos", "--memory", str(path)]
            subprocess.run(command, cwd=ROOT, check=True)


def _weigh(file: Path) -> None:
    started = time.process_time()
    with tempfile.TemporaryDirectory() as folder, file.open("rb") as stream:
        made = photos.make(stream, Path(folder))
    _say(f"{file.name}: all files {made.size // 1024} KB, {time.process_time() - started:.2f} s")
    for width in WIDTHS:
        with Image.open(file) as opened:
            height = round(opened.height * width / opened.width)
            picture = opened.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
        webp, seconds, look = _encoded(picture, "WEBP", **WEBP)
        _say(f"  {width} WebP {webp / 1024:.0f} KB {seconds:.2f} s, SSIM {look:.4f}")
        for speed in (6, 8, 10):
            tried = (_encoded(picture, "AVIF", quality=q, speed=speed) for q in QUALITIES)
            same = next((each for each in tried if each[2] >= look), None)
            if same:
                _say(f"    AVIF speed {speed} {same[0] / webp - 1:+.0%}, {same[1]:.2f} s")


def _encoded(picture: Image.Image, form: str, **options) -> tuple[int, float, float]:
    """(bytes, CPU seconds, SSIM)."""
    stream = io.BytesIO()
    started = time.process_time()
    picture.save(stream, form, **options)
    seconds = time.process_time() - started
    return len(stream.getvalue()), seconds, _likeness(picture, Image.open(stream).convert("RGB"))


def _likeness(one: Image.Image, other: Image.Image) -> float:
    """SSIM of brightness over windows of 8 by 8 pixels, 1 for the same picture."""
    windows = one.width // 8, one.height // 8
    whole = (0, 0, windows[0] * 8, windows[1] * 8)
    x, y = (each.convert("L").crop(whole).convert("F") for each in (one, other))

    def product(a: Image.Image, b: Image.Image) -> Image.Image:
        return ImageMath.lambda_eval(lambda of: of["a"] * of["b"], a=a, b=b)

    def mean(of: Image.Image) -> list[float]:
        return list(of.resize(windows, Image.Resampling.BOX).get_flattened_data())

    total = 0.0
    both = zip(*map(mean, (x, y, product(x, x), product(y, y), product(x, y))), strict=True)
    for mx, my, xx, yy, xy in both:
        near = (2 * mx * my + 6.5) * (2 * (xy - mx * my) + 58.5)
        total += near / ((mx * mx + my * my + 6.5) * (xx - mx * mx + yy - my * my + 58.5))
    return total / (windows[0] * windows[1])


def _crowd(size: tuple[int, int]) -> Image.Image:
    """Noise, which no codec can compress."""
    noise = Image.effect_noise((512, 512), 60).convert("RGB")
    picture = Image.new("RGB", size)
    for left in range(0, size[0], 512):
        for top in range(0, size[1], 512):
            picture.paste(noise, (left, top))
    return picture


def _decode(file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder, file.open("rb") as stream:
        before = _most()
        started = time.process_time()
        try:
            photos.make(stream, Path(folder))
            told = ""
        except ValueError as error:
            told = str(error)
        grown = _most() - before
    _say(f"{file.name}: +{grown / 1024:.0f} MB, {time.process_time() - started:.2f} s {told}")


def _most() -> int:
    """Peak memory of this process in kilobytes."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201
