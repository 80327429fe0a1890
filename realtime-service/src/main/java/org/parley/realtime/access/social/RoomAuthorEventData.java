package org.parley.realtime.access.social;

/**
 * Data of {@code social-account.changed}.
 *
 * @param privateAccount whether only followers see the person's public posts
 * @param version increases with every such change
 */
public record RoomAuthorEventData(SocialPersonData person, boolean privateAccount, long version) {
}
