#!/usr/bin/python3
"""A program that has the name by which copies of Pilot Light find each other. It takes every call and, as its argument
says, answers each (`answers`) or none (`keeps-silent`). Each call is a line on standard output."""
import os
import sys

import dbus
import dbus.bus
import dbus.lowlevel
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = "org.pilotlight.PilotLight.SingleInstance"

DBusGMainLoop(set_as_default=True)
connection = dbus.bus.BusConnection(os.environ["DBUS_SESSION_BUS_ADDRESS"])


def take(_, message):
    if not isinstance(message, dbus.lowlevel.MethodCallMessage):
        return dbus.lowlevel.HANDLER_RESULT_NOT_YET_HANDLED
    if sys.argv[1] == "answers":
        connection.send_message(dbus.lowlevel.MethodReturnMessage(message))
    print(message.get_member(), flush=True)
    return dbus.lowlevel.HANDLER_RESULT_HANDLED


connection.add_message_filter(take)
connection.request_name(NAME, dbus.bus.NAME_FLAG_DO_NOT_QUEUE)
print("ready", flush=True)
GLib.MainLoop().run()
