"""Files as they come to a newsroom, made here byte by byte."""

from io import BytesIO
from zipfile import ZipFile

from PIL import Image
from werkzeug.datastructures import FileStorage

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EXIF_ORIENTATION, EXIF_MAKER, EXIF_GPS = 0x0112, 0x010F, 0x8825


def picture(width: int = 1600, height: int = 1000, form: str = "JPEG", **options) -> BytesIO:
    """A picture: red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (width // 2, 0, width, height))
    return saved(image, form, **options)


def picture_from_a_phone() -> BytesIO:
    """Held upright, so turned by its EXIF; with a maker and a place in it."""
    image = Image.new("RGB", (1600, 1000), "red")
    exif = image.getexif()
    exif[EXIF_ORIENTATION], exif[EXIF_MAKER] = 6, "나루폰"
    exif.get_ifd(EXIF_GPS)[1] = "N"
    return saved(image, "JPEG", exif=exif)


def moving(form: str = "GIF") -> BytesIO:
    """An animation: red, then blue."""
    frames = [Image.new("RGB", (480, 480), colour) for colour in ("red", "blue")]
    return saved(frames[0], form, save_all=True, append_images=frames[1:])


def saved(image: Image.Image, form: str, **options) -> BytesIO:
    stream = BytesIO()
    image.save(stream, form, **options)
    stream.seek(0)
    return stream


def archive(**entries: str) -> BytesIO:
    """A zip; names are given with __ for / and _ for ."""
    stream = BytesIO()
    with ZipFile(stream, "w") as opened:
        for name, content in entries.items():
            opened.writestr(name.replace("__", "/"), content)
    stream.seek(0)
    return stream


def hwp() -> BytesIO:
    return BytesIO(OLE + bytes(500) + b"HWP Document File" + bytes(100))


def hwpx() -> BytesIO:
    return archive(mimetype="application/hwp+zip", Contents__header="")


def docx(**more: str) -> BytesIO:
    entries = {"[Content_Types].xml": "", "word/document.xml": "", **more}
    return archive(**entries)


def chosen(stream: BytesIO, name: str) -> FileStorage:
    """The file as a form sends it."""
    return FileStorage(stream, name)
