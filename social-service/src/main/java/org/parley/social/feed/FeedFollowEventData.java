package org.parley.social.feed;

/**
 * The data of {@code follow.started}, as feeds read it.
 *
 * @param follower the follower
 * @param followee the followed person
 */
record FeedFollowEventData(FeedPostEventData.FeedPerson follower, FeedPostEventData.FeedPerson followee) {
}
