#!/usr/bin/python3
"""A notification server, and others on its bus. Each line on standard input is a JSON list that says what one does:

["own", WHO] takes the server's name, from whoever has it; ["press", WHO, NUMBER, KEY] and ["close", WHO, NUMBER] send
what a server sends when a person answers. WHO is a connection: `first` and `second` are servers, `stranger` is none. Each
notice that a server is asked to show is a line on standard output, and each line that was read is answered with its own.
"""
import json
import os
import sys
import threading

import dbus
import dbus.bus
import dbus.lowlevel
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

DBusGMainLoop(set_as_default=True)
CAPABILITIES = sys.argv[1].split(",")
connections = {
    who: dbus.bus.BusConnection(os.environ["DBUS_SESSION_BUS_ADDRESS"]) for who in ("first", "second", "stranger")
}


class Server(dbus.service.Object):
    def __init__(self, who):
        self.who, self.last = who, 0
        super().__init__(connections[who], PATH)

    @dbus.service.method(NAME, out_signature="as")
    def GetCapabilities(self):
        return CAPABILITIES

    @dbus.service.method(NAME, out_signature="ssss")
    def GetServerInformation(self):
        return self.who, "nobody", "1", "1.2"

    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, _program, replaces, _icon, title, body, actions, _hints, _timeout):
        self.last = replaces or self.last + 1
        keys = [str(key) for key in actions[::2]]
        notification = {"who": self.who, "number": int(self.last), "title": str(title), "body": str(body), "keys": keys}
        print(json.dumps(notification), flush=True)
        return self.last

    @dbus.service.method(NAME, in_signature="u")
    def CloseNotification(self, number):
        print(json.dumps({"who": self.who, "closed": int(number)}), flush=True)


def send(who, member, signature, *values):
    signal = dbus.lowlevel.SignalMessage(PATH, NAME, member)
    signal.append(*values, signature=signature)
    connections[who].send_message(signal)
    # On its way before the next one does anything.
    connections[who].flush()


def do(line):
    what, who, *values = json.loads(line)
    if what == "own":
        flags = dbus.bus.NAME_FLAG_ALLOW_REPLACEMENT | dbus.bus.NAME_FLAG_REPLACE_EXISTING | dbus.bus.NAME_FLAG_DO_NOT_QUEUE
        connections[who].request_name(NAME, flags)
    elif what == "press":
        send(who, "ActionInvoked", "us", *values)
    elif what == "close":
        send(who, "NotificationClosed", "uu", *values, 2)
    print(line.strip(), flush=True)


def listen():
    for line in sys.stdin:
        GLib.idle_add(do, line)
    GLib.idle_add(loop.quit)


servers = [Server("first"), Server("second")]
loop = GLib.MainLoop()
threading.Thread(target=listen, daemon=True).start()
loop.run()
