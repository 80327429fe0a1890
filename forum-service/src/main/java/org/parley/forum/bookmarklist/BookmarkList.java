package org.parley.forum.bookmarklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.bookmark.Bookmark;
import org.parley.forum.bookmark.Bookmarks;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.member.Authors;
import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.markdown.Markdown;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.stereotype.Component;

/**
 * Reads a member's bookmarks. Bookmarks of threads and posts that the member can no
 * longer see are left out, so a page may hold fewer items than its limit.
 */
@Component
class BookmarkList {

	private final Bookmarks bookmarks;

	private final ThreadAccess threads;

	private final CategoryAccess categories;

	private final Posts posts;

	private final Members members;

	private final Markdown markdown;

	BookmarkList(Bookmarks bookmarks, ThreadAccess threads, CategoryAccess categories, Posts posts, Members members,
			Markdown markdown) {
		this.bookmarks = bookmarks;
		this.threads = threads;
		this.categories = categories;
		this.posts = posts;
		this.members = members;
		this.markdown = markdown;
	}

	Paged<BookmarkView> page(BookmarkRequest request, Caller reader) {
		var paged = this.bookmarks.findPage(reader.id(), request.thread(), request);
		return new Paged<>(views(paged.data(), reader), paged.meta());
	}

	/** A post that moved to another thread is shown in its current thread. */
	private List<BookmarkView> views(List<Bookmark> bookmarks, Caller reader) {
		var marked = this.posts.byId(bookmarks.stream().filter(Bookmark::isOfPost).map(Bookmark::targetId).toList());
		var places = Stream.concat(
				bookmarks.stream().filter((bookmark) -> !bookmark.isOfPost()).map(Bookmark::threadId),
				marked.values().stream().map(Post::threadId));
		var threads = this.threads.visible(places.distinct().toList(), this.categories.rights(reader));
		var authors = Stream.concat(threads.values().stream().map(ForumThread::authorId),
				marked.values().stream().map(Post::authorId));
		var people = this.members.authors(authors);
		return bookmarks.stream()
			.flatMap((bookmark) -> (bookmark.isOfPost() ? post(bookmark, marked, threads, people, reader)
					: thread(bookmark, threads, people))
				.stream())
			.toList();
	}

	private Optional<BookmarkView> thread(Bookmark bookmark, Map<String, ForumThread> threads, Authors people) {
		return Optional.ofNullable(threads.get(bookmark.threadId()))
			.map((thread) -> BookmarkView.of(bookmark, thread, category(thread),
					people.get(thread.authorId()).person()));
	}

	private Optional<BookmarkView> post(Bookmark bookmark, Map<String, Post> posts, Map<String, ForumThread> threads,
			Authors people, Caller reader) {
		return Optional.ofNullable(posts.get(bookmark.targetId()))
			.flatMap((post) -> Optional.ofNullable(threads.get(post.threadId()))
				.map((thread) -> BookmarkView.of(bookmark, thread, category(thread), post,
						people.get(post.authorId()).person(), excerpt(post, thread, reader))));
	}

	private String category(ForumThread thread) {
		return this.threads.categoryOf(thread).slug();
	}

	private @Nullable String excerpt(Post post, ForumThread thread, Caller reader) {
		var shown = post.status().isShown() || post.isFullyVisibleTo(reader.id(),
				this.categories.rights(reader).in(this.threads.categoryOf(thread)));
		return shown ? Excerpt.of(this.markdown.plainText(post.content())) : null;
	}

	/**
	 * Selects a page of the caller's bookmarks.
	 *
	 * @param thread the id of a thread: only bookmarks of it and of posts in it
	 * @param limit the maximum number of items, 20 by default
	 */
	record BookmarkRequest(@Size(max = 50, message = "must have at most 50 characters") @Nullable String thread,
			@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Min(value = 1, message = "must be at least 1") @Max(value = 100,
					message = "must be at most 100") @Nullable Integer limit)
			implements
				PageQuery {
	}

}
