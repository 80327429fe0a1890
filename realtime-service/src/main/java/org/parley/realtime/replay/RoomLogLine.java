package org.parley.realtime.replay;

/**
 * An event to be appended to the log of a room.
 *
 * @param line the event
 */
public record RoomLogLine(String room, LogLine line) {
}
