package org.parley.realtime.access.social;

/**
 * Data of {@code block.started} and {@code block.ended}.
 *
 * @param version increases with every change between the two
 */
public record RoomBlockEventData(SocialPersonData blocker, SocialPersonData blocked, long version) {
}
