package org.parley.forum.relocation.worker;

import java.time.InstantSource;

import org.parley.forum.post.Posts;
import org.parley.forum.postpage.CommittedPostWindow;
import org.parley.forum.relocation.ThreadRelocation;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;

import org.springframework.stereotype.Component;

/**
 * Determines when no open transaction can add a reply to a closed thread. This is so once
 * every number has a post or is known to stay unused, or once all transactions from
 * before the close have timed out.
 */
@Component
class ThreadSettlement {

	/** With more recent posts than this, only the timeout settles a thread. */
	private static final int MAX_RECENT_POSTS = 200;

	private final Threads threads;

	private final Posts posts;

	private final CommittedPostWindow committedPostWindow;

	private final InstantSource clock;

	ThreadSettlement(Threads threads, Posts posts, CommittedPostWindow committedPostWindow, InstantSource clock) {
		this.threads = threads;
		this.posts = posts;
		this.committedPostWindow = committedPostWindow;
		this.clock = clock;
	}

	boolean isSettled(ThreadRelocation relocation) {
		var source = this.threads.find(relocation.sourceId())
			.orElseThrow(() -> new IllegalStateException("The source thread does not exist"));
		return !this.clock.instant().isBefore(relocation.closedAt().plus(CommittedPostWindow.TRANSACTION_LIMIT))
				|| isComplete(source);
	}

	private boolean isComplete(ForumThread closed) {
		var last = this.posts.last(closed.id(), MAX_RECENT_POSTS);
		if (last.isEmpty() || (last.size() == MAX_RECENT_POSTS && this.committedPostWindow.isRecent(last.getFirst()))) {
			return false;
		}
		var before = (last.size() < MAX_RECENT_POSTS) ? 0 : last.getFirst().number() - 1;
		return this.committedPostWindow.settled(last, before).size() == last.size() && this.committedPostWindow
			.isKnownEmpty(closed.id(), last.getLast().number() + 1L, closed.counters().lastNumber());
	}

}
