package org.parley.social.feed;

/** The data of {@code follow.started}, as feeds read it. */
record FeedFollowEventData(FeedPostEventData.FeedPerson follower, FeedPostEventData.FeedPerson followee) {
}
