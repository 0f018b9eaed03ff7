"""The control words of RTF that matter for reading (RTF Specification 1.9.1)."""

from __future__ import annotations

from materials_lint.model.document import Origin, Part

# Texts of their own beside the body, with where they belong.
STORIES: dict[str, tuple[Origin, Part]] = {
    "header": (Origin.HEADER, Part.HEADER),
    "headerl": (Origin.HEADER, Part.HEADER),
    "headerr": (Origin.HEADER, Part.HEADER),
    "headerf": (Origin.HEADER, Part.HEADER),
    "footer": (Origin.FOOTER, Part.FOOTER),
    "footerl": (Origin.FOOTER, Part.FOOTER),
    "footerr": (Origin.FOOTER, Part.FOOTER),
    "footerf": (Origin.FOOTER, Part.FOOTER),
    "footnote": (Origin.NOTE, Part.NOTE),
    "annotation": (Origin.COMMENT, Part.COMMENT),
    "shptxt": (Origin.TEXT_LAYER, Part.BODY),
    "dptxbxtext": (Origin.TEXT_LAYER, Part.BODY),
}
# Destinations that are gathered as a string and mean something when they are complete.
GATHERED = frozenset(
    {"fldinst", "template", "atnauthor", "atnid", "objdata", "objname", "pict", "sn", "sv", "hlsrc", "hlloc", "revtbl", "propname", "staticval", "docvar", "generator"}
    | {"ffname", "ffdeftext", "ffhelptext", "ffstattext", "bkmkstart", "wgrffmtfilter", "linkval", "filetbl"}
)
INFO = frozenset({"title", "subject", "author", "manager", "company", "operator", "category", "keywords", "comment", "doccomm", "hlinkbase"})
# Destinations that are properties of the document: group and name, a name of "" being given by \propname.
PROPERTIES = {
    "template": ("relationships", "attachedTemplate"),
    "staticval": ("custom", ""),
    "docvar": ("document", "docvar"),
    "generator": ("document", "generator"),
    "linkval": ("document", "linkval"),
    "filetbl": ("document", "filetbl"),
}
# Starred destinations that hold readable groups; all other starred ones are passed over, as the specification asks.
OPENED = frozenset({"shpinst", "shppict", "shpgrp", "do", "ud", "userprops", "hl", "formfield"})
# Destinations without text for a reader.
SKIPPED = frozenset(
    {"stylesheet", "listtable", "listoverridetable", "rsidtbl", "themedata", "colorschememapping", "latentstyles"}
    | {"datastore", "pgptbl", "mmathPr", "xe", "tc", "bkmkend", "atnref", "atntime", "atnparent"}
    | {"pnseclvl", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "nonshppict", "passwordhash", "background"}
    | {"blipuid", "picprop", "printim", "buptim", "revtim", "creatim", "objclass", "xmlnstbl"}
    | {"atrfstart", "atrfend", "falt", "panose", "fontemb", "fontfile", "levelnumbers", "leveltext", "datafield", "factoidname"}
    | {"fchars", "lchars", "listname", "pntxta", "pntxtb"}
)
BREAKS = {"par": "\n\n", "sect": "\n\n", "page": "\n\n", "row": "\n\n", "nestrow": "\n\n", "line": "\n", "lbr": "\n"}
BREAKS |= {"softline": "\n", "cell": "\t", "nestcell": "\t", "tab": "\t", "column": "\n\n"}
CHARACTERS = {
    "bullet": "\u2022",
    "endash": "\u2013",
    "emdash": "\u2014",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "\u200b",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\n": "\n\n", "\r": "\n\n", "\r\n": "\n\n", "\t": "\t"}
# Encodings by \fcharset; 0 and 1 follow the document.
CHARSETS = {77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254"}
CHARSETS |= {163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251"}
CHARSETS |= {222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850"}
PICTURES = {"emfblip": "emf", "pngblip": "png", "jpegblip": "jpg", "wmetafile": "wmf", "dibitmap": "dib", "wbitmap": "bmp", "macpict": "pict"}
CODEPAGES = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
