package org.parley.social.feed.view;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.parley.contracts.social.SocialVisibility;
import org.parley.social.feed.store.FeedEntries;
import org.parley.social.feed.store.FeedSettings;
import org.parley.social.feed.store.LargeAuthors;
import org.parley.social.page.ListRange;
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

	/** Returns the ids of the posts in a feed, newest first. */
	Function<ListRange, List<String>> of(String ownerId) {
		var floor = this.entries.floor(ownerId, this.settings.kept());
		var merged = this.largeAuthors.followedBy(ownerId);
		return (range) -> {
			var order = range.backwards() ? Comparator.<String>naturalOrder() : Comparator.<String>reverseOrder();
			return Stream.of(this.entries.posts(ownerId, floor, range), own(ownerId, range), ofAuthors(merged, range))
				.flatMap(List::stream)
				.filter((id) -> floor == null || id.compareTo(floor) >= 0)
				.distinct()
				.sorted(order)
				.limit(range.max())
				.toList();
		};
	}

	private List<String> own(String ownerId, ListRange range) {
		return ids(Set.of(ownerId), EnumSet.allOf(SocialVisibility.class), range);
	}

	private List<String> ofAuthors(Set<String> authors, ListRange range) {
		return authors.isEmpty() ? List.of()
				: ids(authors, EnumSet.of(SocialVisibility.PUBLIC, SocialVisibility.FOLLOWERS), range);
	}

	private List<String> ids(Set<String> authors, Set<SocialVisibility> visible, ListRange range) {
		return this.posts.ofAuthors(authors, visible, range).stream().map(SocialPost::id).toList();
	}

}
