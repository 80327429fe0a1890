package org.parley.social.feed;

import java.util.EnumSet;
import java.util.Set;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.events.relation.SocialVisibility;
import org.parley.social.feed.store.FeedEntries;
import org.parley.social.feed.store.FeedEntry;
import org.parley.social.feed.store.FeedRounds;
import org.parley.social.feed.store.FeedSettings;
import org.parley.social.post.SocialPosts;
import org.parley.social.relation.Follow;
import org.parley.social.relation.Follows;

/** Starts rounds for posts, and fills feeds with the posts of newly followed people. */
@EventConsumer("social_feed")
class FeedListener {

	private final FeedRounds rounds;

	private final FeedEntries entries;

	private final Follows follows;

	private final SocialPosts posts;

	private final FeedSettings settings;

	private final FeedSignal signal;

	FeedListener(FeedRounds rounds, FeedEntries entries, Follows follows, SocialPosts posts, FeedSettings settings,
			FeedSignal signal) {
		this.rounds = rounds;
		this.entries = entries;
		this.follows = follows;
		this.posts = posts;
		this.settings = settings;
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
		var follower = event.follower().id();
		var author = event.followee().id();
		if (this.follows.find(follower, author).filter(Follow::isApproved).isEmpty()) {
			return;
		}
		var latest = this.posts.ofAuthors(Set.of(author),
				EnumSet.of(SocialVisibility.PUBLIC, SocialVisibility.FOLLOWERS), null, false, this.settings.filled());
		this.entries.addMissing(latest.stream().map((post) -> FeedEntry.of(follower, post.id(), author)).toList());
	}

	private void start(FeedPostEventData.FeedPost post, boolean removal) {
		this.rounds.start(post.id(), post.author().id(), removal);
		this.signal.afterCommit();
	}

}
