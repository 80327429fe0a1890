package org.parley.realtime.access.social;

/**
 * Data of {@code block.started} and {@code block.ended}.
 *
 * @param blocker the person who blocks
 * @param blocked the blocked person
 * @param version increases with every change between the two
 */
public record RoomBlockEventData(SocialPersonData blocker, SocialPersonData blocked, long version) {
}
