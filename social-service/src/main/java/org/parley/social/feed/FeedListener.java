package org.parley.social.feed;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.relation.SocialVisibility;
import org.parley.social.feed.store.FeedRounds;

/** Starts rounds for posts, and fills feeds with the posts of newly followed people. */
@EventConsumer("social_feed")
class FeedListener {

	private final FeedRounds rounds;

	private final FillFeed fillFeed;

	private final FeedSignal signal;

	FeedListener(FeedRounds rounds, FillFeed fillFeed, FeedSignal signal) {
		this.rounds = rounds;
		this.fillFeed = fillFeed;
		this.signal = signal;
	}

	@EventHandler("social-post.created")
	void onCreated(FeedPostEventData event) {
		if (event.post().visibility() != SocialVisibility.PRIVATE) {
			start(event.post(), false);
		}
	}

	/** A post that was private before is in no feed yet. */
	@EventHandler("social-post.edited")
	void onEdited(FeedPostEventData event) {
		if (event.previousVisibility() == SocialVisibility.PRIVATE
				&& event.post().visibility() != SocialVisibility.PRIVATE) {
			start(event.post(), false);
		}
	}

	/** Content that moderation hides may return, and readers skip it meanwhile. */
	@EventHandler("social-post.removed")
	void onRemoved(FeedPostEventData event) {
		if (!Boolean.TRUE.equals(event.hidden())) {
			start(event.post(), true);
		}
	}

	@EventHandler("follow.started")
	void onFollowed(FeedFollowEventData event) {
		this.fillFeed.run(event.follower().id(), event.followee().id());
	}

	private void start(FeedPostEventData.FeedPost post, boolean removal) {
		this.rounds.start(post.id(), post.author().id(), removal);
		this.signal.afterCommit();
	}

}
