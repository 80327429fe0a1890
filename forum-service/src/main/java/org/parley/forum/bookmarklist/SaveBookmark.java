package org.parley.forum.bookmarklist;

import java.time.InstantSource;
import java.util.List;

import org.parley.forum.bookmark.Bookmark;
import org.parley.forum.bookmark.Bookmarks;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostAccess;
import org.parley.forum.relocation.event.PostsRelocated;
import org.parley.forum.relocation.event.ThreadMergedAway;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.domain.Ids;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Adds and removes bookmarks, and moves them along with the posts and threads that they
 * mark. A member can bookmark only what they see, but can also remove bookmarks of what
 * they no longer see.
 */
@Component
class SaveBookmark {

	private final Bookmarks bookmarks;

	private final ThreadAccess threads;

	private final PostAccess posts;

	private final InstantSource clock;

	SaveBookmark(Bookmarks bookmarks, ThreadAccess threads, PostAccess posts, InstantSource clock) {
		this.bookmarks = bookmarks;
		this.threads = threads;
		this.posts = posts;
		this.clock = clock;
	}

	void bookmarkThread(String id, AuthorizedWriter writer) {
		var thread = this.threads.visible(id, writer.rights());
		save(writer, thread.id(), thread.id());
		moveToCurrentThread(thread.id());
	}

	void bookmarkPost(String id, AuthorizedWriter writer) {
		var post = this.posts.visible(id, writer.rights()).post();
		save(writer, post.id(), post.threadId());
		moveToCurrentThread(post, writer);
	}

	/** Moves the bookmark if its thread was merged while the bookmark was inserted. */
	private void moveToCurrentThread(String threadId) {
		this.threads.mergedInto(threadId).ifPresent((into) -> this.bookmarks.moveThread(threadId, into));
	}

	private void moveToCurrentThread(Post bookmarked, AuthorizedWriter writer) {
		var now = this.posts.visible(List.of(bookmarked.id()), writer.rights()).get(bookmarked.id());
		if (now != null && !now.post().isIn(bookmarked.threadId())) {
			this.bookmarks.movePosts(List.of(bookmarked.id()), bookmarked.threadId(), now.post().threadId());
		}
	}

	void removeThreadBookmark(String id, AuthorizedWriter writer) {
		if (!this.bookmarks.remove(writer.id(), id)) {
			this.threads.visible(id, writer.rights());
		}
	}

	void removePostBookmark(String id, AuthorizedWriter writer) {
		if (!this.bookmarks.remove(writer.id(), id)) {
			this.posts.visible(id, writer.rights());
		}
	}

	@EventListener
	void on(PostsRelocated moved) {
		this.bookmarks.movePosts(moved.postIds(), moved.from(), moved.into());
	}

	@EventListener
	void on(ThreadMergedAway merged) {
		this.bookmarks.moveThread(merged.from(), merged.into());
	}

	private void save(AuthorizedWriter writer, String targetId, String threadId) {
		this.bookmarks.insertIfAbsent(new Bookmark(Ids.next(), writer.id(), targetId, threadId, this.clock.instant()));
	}

}
