package org.parley.realtime.access.social;

/**
 * Data of {@code follow.started} and {@code follow.ended}.
 *
 * @param version increases with every change between the two
 */
public record RoomFollowEventData(SocialPersonData follower, SocialPersonData followee, long version) {
}
