#!/usr/bin/python3
"""Holds the files named as arguments on the clipboard, as file managers do after "Copy".

Prints "held" once they are there, and goes on until it is ended.
"""
import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

paths = [Path(name) for name in sys.argv[1:]]
addresses = [path.as_uri() for path in paths]
clipboard = Gdk.SELECTION_CLIPBOARD
FILES, ADDRESSES, WORDS = range(3)


def give(_, data, kind, _time):
    if kind == FILES:
        data.set(data.get_target(), 8, "\n".join(["copy", *addresses]).encode())
    elif kind == ADDRESSES:
        data.set_uris(addresses)
    else:
        data.set_text("\n".join(map(str, paths)), -1)


def held():
    print("held", flush=True)


window = Gtk.Invisible()
window.realize()
for target, kind in {
    "x-special/gnome-copied-files": FILES,
    "text/uri-list": ADDRESSES,
    "UTF8_STRING": WORDS,
    "text/plain;charset=utf-8": WORDS,
}.items():
    Gtk.selection_add_target(window, clipboard, Gdk.Atom.intern(target, False), kind)
window.connect("selection-get", give)
Gtk.selection_owner_set(window, clipboard, Gdk.CURRENT_TIME)
GLib.idle_add(held)
Gtk.main()
