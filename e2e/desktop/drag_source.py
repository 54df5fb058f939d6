#!/usr/bin/python3
"""A small window below the program's, from which the file named as the first argument can be dragged, as from a folder.

Prints "shown" once it is on the screen, and "given" when the file was taken by another program.
"""
import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

address = Path(sys.argv[1]).as_uri()
window = Gtk.Window(title="A folder", decorated=False, accept_focus=False)
window.set_default_size(120, 60)
window.set_keep_above(True)
handle = Gtk.EventBox()
handle.add(Gtk.Label(label="a file"))
handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
handle.drag_source_add_uri_targets()
handle.connect("drag-data-get", lambda _, context, data, info, time: data.set_uris([address]))
handle.connect("drag-end", lambda *_: print("given", flush=True))
window.connect("map-event", lambda *_: print("shown", flush=True))
window.add(handle)
window.show_all()
window.move(int(sys.argv[2]), int(sys.argv[3]))
Gtk.main()
