package org.parley.forum.draft;

import org.parley.forum.relocation.event.PostsRelocated;
import org.parley.forum.relocation.event.ThreadMergedAway;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves drafts of replies along with the posts and threads that they answer. */
@Component
class DraftRelocationListener {

	private final Drafts drafts;

	DraftRelocationListener(Drafts drafts) {
		this.drafts = drafts;
	}

	@EventListener
	void on(PostsRelocated moved) {
		this.drafts.movePosts(moved.postIds(), moved.from(), moved.into());
	}

	@EventListener
	void on(ThreadMergedAway merged) {
		this.drafts.moveThread(merged.from(), merged.into());
	}

}
