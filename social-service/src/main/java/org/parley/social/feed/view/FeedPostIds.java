package org.parley.social.feed.view;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialVisibility;
import org.parley.social.feed.store.FeedEntries;
import org.parley.social.feed.store.FeedSettings;
import org.parley.social.feed.store.LargeAuthors;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPosts;

import org.springframework.stereotype.Component;

/**
 * The posts in a feed: the written entries, the owner's own posts, and the posts of large
 * authors.
 */
@Component
class FeedPostIds {

	private final FeedEntries entries;

	private final LargeAuthors largeAuthors;

	private final SocialPosts posts;

	private final FeedSettings settings;

	FeedPostIds(FeedEntries entries, LargeAuthors largeAuthors, SocialPosts posts, FeedSettings settings) {
		this.entries = entries;
		this.largeAuthors = largeAuthors;
		this.posts = posts;
		this.settings = settings;
	}

	Source of(String ownerId) {
		var floor = this.entries.floor(ownerId, this.settings.kept());
		var merged = this.largeAuthors.followedBy(ownerId);
		return (edge, back, max) -> {
			var order = back ? Comparator.<String>naturalOrder() : Comparator.<String>reverseOrder();
			return Stream
				.of(this.entries.posts(ownerId, floor, edge, back, max), own(ownerId, edge, back, max),
						ofAuthors(merged, edge, back, max))
				.flatMap(List::stream)
				.filter((id) -> floor == null || id.compareTo(floor) >= 0)
				.distinct()
				.sorted(order)
				.limit(max)
				.toList();
		};
	}

	private List<String> own(String ownerId, @Nullable String edge, boolean back, int max) {
		return ids(Set.of(ownerId), EnumSet.allOf(SocialVisibility.class), edge, back, max);
	}

	private List<String> ofAuthors(Set<String> authors, @Nullable String edge, boolean back, int max) {
		return authors.isEmpty() ? List.of()
				: ids(authors, EnumSet.of(SocialVisibility.PUBLIC, SocialVisibility.FOLLOWERS), edge, back, max);
	}

	private List<String> ids(Set<String> authors, Set<SocialVisibility> visible, @Nullable String edge, boolean back,
			int max) {
		return this.posts.ofAuthors(authors, visible, edge, back, max).stream().map(SocialPost::id).toList();
	}

	/** Reads the ids of a feed. */
	interface Source {

		List<String> read(@Nullable String edge, boolean back, int max);

	}

}
