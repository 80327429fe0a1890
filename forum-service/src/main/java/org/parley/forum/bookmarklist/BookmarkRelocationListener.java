package org.parley.forum.bookmarklist;

import org.parley.forum.bookmark.Bookmarks;
import org.parley.forum.relocation.event.PostsRelocated;
import org.parley.forum.relocation.event.ThreadMergedAway;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves bookmarks along with the posts and threads that they mark. */
@Component
class BookmarkRelocationListener {

	private final Bookmarks bookmarks;

	BookmarkRelocationListener(Bookmarks bookmarks) {
		this.bookmarks = bookmarks;
	}

	@EventListener
	void on(PostsRelocated moved) {
		this.bookmarks.movePosts(moved.postIds(), moved.from(), moved.into());
	}

	@EventListener
	void on(ThreadMergedAway merged) {
		this.bookmarks.moveThread(merged.from(), merged.into());
	}

}
