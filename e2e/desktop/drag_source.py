#!/usr/bin/python3
"""A small window above the program's, from which a file can be dragged as from a folder, or a link as from a browser.

Arguments: "file" or "link", its address, and where the window is to stand. Prints "shown" once it is on the screen, and
"over" at the end of each drag, wherever that was.
"""
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

kind, address, x, y = sys.argv[1:]
# As browsers offer a link, and folders a file.
forms = ["text/uri-list"] + (["text/plain", "_NETSCAPE_URL", "text/html"] if kind == "link" else [])


def give(_widget, _context, data, form, _time):
    if form == 0:
        data.set_uris([address])
    elif form == 1:
        data.set_text(address, -1)
    else:
        name = Gdk.Atom.intern(forms[form], False)
        said = f"{address}\nA page" if form == 2 else f'<a href="{address}">A page</a>'
        data.set(name, 8, said.encode())


window = Gtk.Window(title="Elsewhere", decorated=False, accept_focus=False)
window.set_default_size(120, 60)
window.set_keep_above(True)
handle = Gtk.EventBox()
handle.add(Gtk.Label(label=f"a {kind}"))
handle.drag_source_set(
    Gdk.ModifierType.BUTTON1_MASK,
    [Gtk.TargetEntry.new(form, 0, at) for at, form in enumerate(forms)],
    Gdk.DragAction.COPY | Gdk.DragAction.LINK,
)
handle.connect("drag-data-get", give)
handle.connect("drag-end", lambda *_: print("over", flush=True))
window.connect("map-event", lambda *_: print("shown", flush=True))
window.add(handle)
window.show_all()
window.move(int(x), int(y))
Gtk.main()
