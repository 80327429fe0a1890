package org.parley.social.feed.view;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.parley.platform.domain.Caller;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.parley.social.page.VisibleItems;
import org.parley.social.page.VisiblePage;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.view.SocialPostView;
import org.parley.social.post.view.SocialPostViews;
import org.parley.social.relation.SocialReaders;

import org.springframework.stereotype.Component;

/**
 * Reads feeds. The contents of a feed were right when they were written; the rights of
 * the owner are checked now.
 */
@Component
class ReadFeed {

	private final FeedPostIds feedPostIds;

	private final SocialPosts posts;

	private final SocialReaders readers;

	private final SocialPostViews views;

	ReadFeed(FeedPostIds feedPostIds, SocialPosts posts, SocialReaders readers, SocialPostViews views) {
		this.feedPostIds = feedPostIds;
		this.posts = posts;
		this.readers = readers;
		this.views = views;
	}

	Paged<SocialPostView> page(PageQuery query, Caller caller) {
		var source = this.feedPostIds.of(caller.id());
		var page = VisiblePage.of(query, "feed", (range) -> VisibleItems.of(source.apply(range), range.max(),
				Function.identity(), (ids) -> shown(ids, caller)), SocialPost::id);
		var reader = this.readers.of(caller, page.data().stream().map(SocialPost::authorId).toList());
		return new Paged<>(this.views.of(page.data(), reader), page.meta());
	}

	private List<SocialPost> shown(List<String> ids, Caller caller) {
		var found = this.posts.find(ids);
		var reader = this.readers.of(caller, found.values().stream().map(SocialPost::authorId).toList());
		return ids.stream()
			.flatMap((id) -> Stream.ofNullable(found.get(id)))
			.filter((post) -> post.isActive() && post.isShownTo(reader) && reader.isConfidant(post.authorId()))
			.toList();
	}

}
