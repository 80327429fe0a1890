package org.parley.forum.bookmark;

import org.parley.forum.relocation.PostsRelocated;
import org.parley.forum.relocation.ThreadMergedAway;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets bookmarks follow what they mark. */
@Component
class BookmarkRelocationListener {

	private final Bookmarks bookmarks;

	BookmarkRelocationListener(Bookmarks bookmarks) {
		this.bookmarks = bookmarks;
	}

	@EventListener
	void on(PostsRelocated moved) {
		this.bookmarks.follow(moved.postIds(), moved.from(), moved.into());
	}

	@EventListener
	void on(ThreadMergedAway merged) {
		this.bookmarks.follow(merged.from(), merged.into());
	}

}
