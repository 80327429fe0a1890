package org.parley.social.feed;

import java.util.EnumSet;
import java.util.Set;

import org.parley.contracts.social.SocialVisibility;
import org.parley.social.feed.store.FeedEntries;
import org.parley.social.feed.store.FeedEntry;
import org.parley.social.feed.store.FeedSettings;
import org.parley.social.feed.store.LargeAuthors;
import org.parley.social.page.ListRange;
import org.parley.social.post.SocialPosts;
import org.parley.social.relation.Follow;
import org.parley.social.relation.Follows;

import org.springframework.stereotype.Component;

/**
 * Adds the latest posts of a newly followed author to the follower's feed, unless they
 * are merged on reading.
 */
@Component
class FillFeed {

	private final FeedEntries entries;

	private final LargeAuthors largeAuthors;

	private final Follows follows;

	private final SocialPosts posts;

	private final FeedSettings settings;

	FillFeed(FeedEntries entries, LargeAuthors largeAuthors, Follows follows, SocialPosts posts,
			FeedSettings settings) {
		this.entries = entries;
		this.largeAuthors = largeAuthors;
		this.follows = follows;
		this.posts = posts;
		this.settings = settings;
	}

	/** Runs within the transaction of the event. */
	void fill(String followerId, String authorId) {
		if (this.follows.find(followerId, authorId).filter(Follow::isApproved).isEmpty()
				|| this.largeAuthors.contains(authorId)) {
			return;
		}
		var latest = this.posts.ofAuthors(Set.of(authorId),
				EnumSet.of(SocialVisibility.PUBLIC, SocialVisibility.FOLLOWERS),
				ListRange.ofStart(this.settings.filled()));
		this.entries.addInTransaction(latest.stream().map((post) -> FeedEntry.of(followerId, post.id())).toList());
	}

}
