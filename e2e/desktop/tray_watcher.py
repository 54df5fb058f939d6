#!/usr/bin/python3
"""A desktop's tray, as programs see it: takes in one icon, and does on standard input what a person would.

`menu` prints the menu's labels as a JSON list, the entries of submenus too; `press LABEL` presses one; `status`
prints whether the icon is shown (Active) or hidden (Passive). It stands for the panel of a desktop, which a
display in memory does not have.
"""
import json
import sys
import threading

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
PROPERTIES = "org.freedesktop.DBus.Properties"
MENU = "com.canonical.dbusmenu"

DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()


class Watcher(dbus.service.Object):
    """Where icons announce themselves."""

    item = None

    def __init__(self):
        self.name = dbus.service.BusName(WATCHER, bus)
        super().__init__(bus, "/StatusNotifierWatcher")

    @dbus.service.method(WATCHER, in_signature="s", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender=None):
        self.item = (sender, service) if service.startswith("/") else (service, "/StatusNotifierItem")

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.GetAll(interface)[name]

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, _interface):
        return {"IsStatusNotifierHostRegistered": True, "ProtocolVersion": dbus.Int32(0)}


watcher = Watcher()


def of_item(name):
    owner, path = watcher.item
    return bus.get_object(owner, path).Get(ITEM, name, dbus_interface=PROPERTIES)


def entries(node):
    number, properties, children = node
    if "label" in properties:
        yield int(number), str(properties["label"]).replace("_", "")
    for child in children:
        yield from entries(child)


def menu():
    found = bus.get_object(watcher.item[0], of_item("Menu"))
    _, layout = found.GetLayout(0, -1, dbus.Array([], signature="s"), dbus_interface=MENU)
    return found, list(entries(layout))


def answer(line):
    word, _, label = line.strip().partition(" ")
    try:
        if watcher.item is None:
            return None
        if word == "status":
            return str(of_item("Status"))
        found, labels = menu()
        if word == "press":
            number = next(number for number, other in labels if other == label)
            found.Event(number, "clicked", dbus.Int32(0, variant_level=1), dbus.UInt32(0), dbus_interface=MENU)
        return [other for _, other in labels]
    except (dbus.DBusException, StopIteration) as error:
        return {"error": str(error)}


def reply(line):
    print(json.dumps(answer(line)), flush=True)


def listen():
    for line in sys.stdin:
        GLib.idle_add(reply, line)
    GLib.idle_add(loop.quit)


loop = GLib.MainLoop()
threading.Thread(target=listen, daemon=True).start()
loop.run()
