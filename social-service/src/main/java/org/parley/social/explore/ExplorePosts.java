package org.parley.social.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.markdown.inline.Hashtag;
import org.parley.platform.web.paging.Cursor;
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

/** Lists public posts of everybody. */
@Component
class ExplorePosts {

	private static final String TOP = "top";

	private static final int READ_SIZE = 100;

	private final SocialPosts posts;

	private final TopPostLists rankings;

	private final SocialReaders readers;

	private final SocialPostViews views;

	ExplorePosts(SocialPosts posts, TopPostLists rankings, SocialReaders readers, SocialPostViews views) {
		this.posts = posts;
		this.rankings = rankings;
		this.readers = readers;
		this.views = views;
	}

	/** Lists the newest posts, or those with a hashtag. */
	Paged<SocialPostView> newest(ExploreQuery query, @Nullable Caller caller) {
		var hashtag = query.hashtag();
		var page = VisiblePage.of(query, "newest",
				(range) -> VisibleItems.of(
						(hashtag != null) ? this.posts.tagged(hashtag, range) : this.posts.newest(range), range.max(),
						SocialPost::id, (found) -> shown(found, caller)),
				SocialPost::id);
		return show(page, caller);
	}

	/** Lists the posts of a window with the most reactions and comments. */
	Paged<SocialPostView> top(ExploreQuery query, @Nullable Caller caller) {
		query.requireNoHashtag();
		var cursor = query.cursor();
		var from = (cursor != null) ? Cursor.parse(cursor, TOP, 2) : null;
		var ranking = (from != null) ? this.rankings.find(from.text(0)).orElseThrow(ExplorePosts::expired)
				: this.rankings.now(query.span());
		var found = new ArrayList<RankedPost>();
		var position = (from != null) ? from.number(1) : -1;
		var back = from != null && from.backwards();
		while (found.size() <= query.size() && (back ? position > 0 : position < ranking.postIds().size() - 1)) {
			var range = range(position, back, ranking.postIds().size());
			found.addAll(ranked(ranking, range, back, caller));
			position = back ? range.first() : range.last();
		}
		var cut = found.subList(0, Math.min(found.size(), query.size() + 1));
		var page = Paged.walk(cut, from, query.size(), TOP, (post) -> new Object[] { ranking.id(), post.position() });
		return show(page.map(RankedPost::post), caller);
	}

	private static Range range(long position, boolean back, int size) {
		var from = Math.clamp(position, -1, size);
		return back ? new Range(Math.max(0, from - READ_SIZE), from - 1)
				: new Range(from + 1, Math.min(size - 1, from + READ_SIZE));
	}

	private List<RankedPost> ranked(TopPosts ranking, Range range, boolean back, @Nullable Caller caller) {
		var ids = ranking.postIds().subList(range.first(), range.last() + 1);
		var found = this.posts.find(ids);
		var shown = shown(ids.stream().flatMap((id) -> Stream.ofNullable(found.get(id))).toList(), caller).stream()
			.map((post) -> new RankedPost(range.first() + ids.indexOf(post.id()), post))
			.toList();
		return back ? shown.reversed() : shown;
	}

	private List<SocialPost> shown(List<SocialPost> found, @Nullable Caller caller) {
		var reader = this.readers.of(caller, found.stream().map(SocialPost::authorId).toList());
		return found.stream()
			.filter((post) -> post.isActive() && post.visibility() == SocialVisibility.PUBLIC && post.isShownTo(reader))
			.toList();
	}

	private Paged<SocialPostView> show(Paged<SocialPost> page, @Nullable Caller caller) {
		var reader = this.readers.of(caller, page.data().stream().map(SocialPost::authorId).toList());
		return new Paged<>(this.views.of(page.data(), reader), page.meta());
	}

	private static RefusalException expired() {
		return RefusalException.field("cursor", "cursor.invalid", "The cursor has expired. Start at the first page.");
	}

	/** A part of a ranking. */
	private record Range(int first, int last) {
	}

	/** A post in a ranking. */
	private record RankedPost(int position, SocialPost post) {
	}

	/** A query for public posts. */
	record ExploreQuery(
			@Parameter(description = "`new`: newest first (default); `top`: by reactions and comments") @Pattern(
					regexp = "new|top", message = "must be new or top") @Nullable String sort,
			@Parameter(description = "How far back `sort=top` looks; `week` by default") @Pattern(
					regexp = TopPeriod.NAMES,
					message = "must be day, week, month, year or all") @Nullable String window,
			@Parameter(description = "A hashtag without its sign; not with `sort=top`") @Size(min = 1, max = 50,
					message = "must be a hashtag") @Nullable String tag,
			@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Min(1) @Max(100) @Nullable Integer limit) implements PageQuery {

		boolean isTop() {
			return "top".equals(this.sort);
		}

		/** Rankings are of all posts: one that ignored the hashtag would show others. */
		void requireNoHashtag() {
			if (this.tag != null) {
				throw RefusalException.field("tag", "request.invalid", "is not possible with the order top");
			}
		}

		/** The hashtag as it is stored. */
		@Nullable String hashtag() {
			return (this.tag != null) ? Hashtag.normalize(this.tag) : null;
		}

		TopPeriod span() {
			return TopPeriod.of(this.window);
		}

	}

}
