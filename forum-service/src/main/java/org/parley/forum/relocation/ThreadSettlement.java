package org.parley.forum.relocation;

import java.time.InstantSource;

import org.parley.forum.post.Posts;
import org.parley.forum.postpage.CommittedPostWindow;
import org.parley.forum.thread.ForumThread;

import org.springframework.stereotype.Component;

/**
 * Knows when no reply can come to a closed thread any more. Whoever took a number before
 * may still commit; it is waited for until every number is accounted for, or no
 * transaction from before the closing can live.
 */
@Component
class ThreadSettlement {

	/** In a thread with more young posts than this it is waited for. */
	private static final int MOST = 200;

	private final Posts posts;

	private final CommittedPostWindow committedPostWindow;

	private final InstantSource clock;

	ThreadSettlement(Posts posts, CommittedPostWindow committedPostWindow, InstantSource clock) {
		this.posts = posts;
		this.committedPostWindow = committedPostWindow;
		this.clock = clock;
	}

	boolean isOver(ThreadRelocation work, ForumThread closed) {
		return !this.clock.instant().isBefore(work.closedAt().plus(CommittedPostWindow.TRANSACTION_LIMIT))
				|| isComplete(closed);
	}

	private boolean isComplete(ForumThread closed) {
		var last = this.posts.last(closed.id(), MOST);
		if (last.isEmpty() || (last.size() == MOST && this.committedPostWindow.isYoung(last.getFirst()))) {
			return false;
		}
		var before = (last.size() < MOST) ? 0 : last.getFirst().number() - 1;
		return this.committedPostWindow.settled(last, before).size() == last.size() && this.committedPostWindow
			.isKnownToBeEmpty(closed.id(), last.getLast().number() + 1L, closed.counters().lastNumber());
	}

}
