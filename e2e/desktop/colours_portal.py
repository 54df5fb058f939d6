#!/usr/bin/python3
"""A desktop's portal, as programs ask it for light or dark. Each line on standard input is its new wish: 0, 1 (dark)
or 2 (light). It stands for the portal of a desktop, which a display in memory does not have."""
import os
import signal
import sys
import threading
import time

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = "org.freedesktop.portal.Desktop"
SETTINGS = "org.freedesktop.portal.Settings"
WISH = ("org.freedesktop.appearance", "color-scheme")

DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()

# Where a desktop is installed, this private session has begun the portal of that.
while bus.name_has_owner(NAME):
    owner = dbus.Interface(bus.get_object(dbus.BUS_DAEMON_NAME, dbus.BUS_DAEMON_PATH), dbus.BUS_DAEMON_IFACE)
    os.kill(owner.GetConnectionUnixProcessID(NAME), signal.SIGTERM)
    time.sleep(0.1)


class Portal(dbus.service.Object):
    wish = 0

    def __init__(self):
        self.name = dbus.service.BusName(NAME, bus, do_not_queue=True)
        super().__init__(bus, "/org/freedesktop/portal/desktop")

    @dbus.service.method(SETTINGS, in_signature="ss", out_signature="v")
    def Read(self, namespace, key):
        if (namespace, key) != WISH:
            raise dbus.DBusException(f"nothing is known of {namespace} {key}")
        return dbus.UInt32(self.wish, variant_level=2)

    @dbus.service.signal(SETTINGS, signature="ssv")
    def SettingChanged(self, namespace, key, value):
        pass

    def change(self, wish):
        self.wish = wish
        self.SettingChanged(*WISH, dbus.UInt32(wish, variant_level=1))
        print(wish, flush=True)


portal = Portal()


def listen():
    for line in sys.stdin:
        GLib.idle_add(portal.change, int(line))
    GLib.idle_add(loop.quit)


loop = GLib.MainLoop()
threading.Thread(target=listen, daemon=True).start()
print("ready", flush=True)
loop.run()
