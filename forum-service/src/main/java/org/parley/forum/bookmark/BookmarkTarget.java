package org.parley.forum.bookmark;

import java.time.InstantSource;
import java.util.List;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostAccess;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.web.Ids;

import org.springframework.stereotype.Component;

/**
 * Lets people mark what they see, and take their marks away, also from what they don't.
 */
@Component
class BookmarkTarget {

	private final Bookmarks bookmarks;

	private final ThreadAccess threads;

	private final PostAccess posts;

	private final InstantSource clock;

	BookmarkTarget(Bookmarks bookmarks, ThreadAccess threads, PostAccess posts, InstantSource clock) {
		this.bookmarks = bookmarks;
		this.threads = threads;
		this.posts = posts;
		this.clock = clock;
	}

	void markThread(String id, AuthorizedWriter authorizedWriter) {
		var thread = this.threads.visible(id, authorizedWriter.rights());
		keep(authorizedWriter, thread.id(), thread.id());
		followLate(thread.id());
	}

	void markPost(String id, AuthorizedWriter authorizedWriter) {
		var post = this.posts.visible(id, authorizedWriter.rights()).post();
		keep(authorizedWriter, post.id(), post.threadId());
		followLate(post, authorizedWriter);
	}

	/** What goes elsewhere while it is marked may have gone without its mark. */
	private void followLate(String threadId) {
		this.threads.mergedInto(threadId).ifPresent((into) -> this.bookmarks.follow(threadId, into));
	}

	private void followLate(Post marked, AuthorizedWriter authorizedWriter) {
		var now = this.posts.visible(List.of(marked.id()), authorizedWriter.rights()).get(marked.id());
		if (now != null && !now.post().isIn(marked.threadId())) {
			this.bookmarks.follow(List.of(marked.id()), marked.threadId(), now.post().threadId());
		}
	}

	void unmarkThread(String id, AuthorizedWriter authorizedWriter) {
		if (!this.bookmarks.remove(authorizedWriter.id(), id)) {
			this.threads.visible(id, authorizedWriter.rights());
		}
	}

	void unmarkPost(String id, AuthorizedWriter authorizedWriter) {
		if (!this.bookmarks.remove(authorizedWriter.id(), id)) {
			this.posts.visible(id, authorizedWriter.rights());
		}
	}

	private void keep(AuthorizedWriter authorizedWriter, String targetId, String threadId) {
		this.bookmarks.keep(new Bookmark(Ids.next(), authorizedWriter.id(), targetId, threadId, this.clock.instant()));
	}

}
