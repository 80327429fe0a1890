package org.parley.social.feed;

import org.parley.contracts.social.relation.FollowChanged;
import org.parley.social.feed.store.FeedEntries;
import org.parley.social.feed.store.FeedSettings;
import org.parley.social.post.SocialPosts;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Removes the posts of people from feeds when following them ends: the latest ones, as a
 * feed keeps no more entries.
 */
@Component
class FeedRelationListener {

	private final FeedEntries entries;

	private final SocialPosts posts;

	private final FeedSettings settings;

	FeedRelationListener(FeedEntries entries, SocialPosts posts, FeedSettings settings) {
		this.entries = entries;
		this.posts = posts;
		this.settings = settings;
	}

	/** Runs within the transaction of the change. */
	@EventListener
	void on(FollowChanged changed) {
		if (changed.type().equals("follow.ended")) {
			this.entries.removePosts(changed.follower().id(),
					this.posts.latestIds(changed.followee().id(), this.settings.kept()));
		}
	}

}
