package org.parley.forum.bookmark;

import java.time.InstantSource;
import java.util.List;

import org.parley.forum.category.Writer;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostAccess;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.web.Ids;

import org.springframework.stereotype.Component;

/**
 * Lets people mark what they see, and take their marks away, also from what they don't.
 */
@Component
class Bookmarking {

	private final Bookmarks bookmarks;

	private final ThreadAccess threads;

	private final PostAccess posts;

	private final InstantSource clock;

	Bookmarking(Bookmarks bookmarks, ThreadAccess threads, PostAccess posts, InstantSource clock) {
		this.bookmarks = bookmarks;
		this.threads = threads;
		this.posts = posts;
		this.clock = clock;
	}

	void markThread(String id, Writer writer) {
		var thread = this.threads.visible(id, writer.rights());
		keep(writer, thread.id(), thread.id());
		followLate(thread.id());
	}

	void markPost(String id, Writer writer) {
		var post = this.posts.visible(id, writer.rights()).post();
		keep(writer, post.id(), post.threadId());
		followLate(post, writer);
	}

	/** What goes elsewhere while it is marked may have gone without its mark. */
	private void followLate(String threadId) {
		this.threads.mergedInto(threadId).ifPresent((into) -> this.bookmarks.follow(threadId, into));
	}

	private void followLate(Post marked, Writer writer) {
		var now = this.posts.visible(List.of(marked.id()), writer.rights()).get(marked.id());
		if (now != null && !now.post().isIn(marked.threadId())) {
			this.bookmarks.follow(List.of(marked.id()), marked.threadId(), now.post().threadId());
		}
	}

	void unmarkThread(String id, Writer writer) {
		if (!this.bookmarks.remove(writer.id(), id)) {
			this.threads.visible(id, writer.rights());
		}
	}

	void unmarkPost(String id, Writer writer) {
		if (!this.bookmarks.remove(writer.id(), id)) {
			this.posts.visible(id, writer.rights());
		}
	}

	private void keep(Writer writer, String targetId, String threadId) {
		this.bookmarks.keep(new Bookmark(Ids.next(), writer.id(), targetId, threadId, this.clock.instant()));
	}

}
