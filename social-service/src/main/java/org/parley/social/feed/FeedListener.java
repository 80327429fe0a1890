package org.parley.social.feed;

import org.parley.contracts.PersonReference;
import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialPostRemoved;
import org.parley.contracts.social.SocialVisibility;
import org.parley.contracts.social.relation.FollowChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
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
	void onCreated(SocialPostChanged event) {
		if (event.post().visibility() != SocialVisibility.PRIVATE) {
			start(event.post().id(), event.post().author(), false);
		}
	}

	/** A post that was private before is in no feed yet. */
	@EventHandler("social-post.edited")
	void onEdited(SocialPostChanged event) {
		if (event.previousVisibility() == SocialVisibility.PRIVATE
				&& event.post().visibility() != SocialVisibility.PRIVATE) {
			start(event.post().id(), event.post().author(), false);
		}
	}

	/** Content that moderation hides may return, and readers skip it meanwhile. */
	@EventHandler("social-post.removed")
	void onRemoved(SocialPostRemoved event) {
		if (!Boolean.TRUE.equals(event.hidden())) {
			start(event.post().id(), event.post().author(), true);
		}
	}

	@EventHandler("follow.started")
	void onFollowed(FollowChanged event) {
		this.fillFeed.fill(event.follower().id(), event.followee().id());
	}

	private void start(String postId, PersonReference author, boolean removal) {
		this.rounds.start(postId, author.id(), removal);
		this.signal.afterCommit();
	}

}
