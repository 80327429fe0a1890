package org.parley.social.feed;

import org.parley.social.feed.store.FeedEntries;
import org.parley.social.relation.change.FollowChanged;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Removes the posts of people from feeds when following them ends. */
@Component
class FeedRelationListener {

	private final FeedEntries entries;

	FeedRelationListener(FeedEntries entries) {
		this.entries = entries;
	}

	/** Runs within the transaction of the change. */
	@EventListener
	void on(FollowChanged changed) {
		if (changed.isEnd()) {
			this.entries.removeAuthor(changed.follower().id(), changed.followee().id());
		}
	}

}
