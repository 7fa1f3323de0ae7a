package org.foundups.twin.cli;

/// One server-sent event.
///
/// @param name `message` where the server names none
record ServerEvent(String name, String data) {}
