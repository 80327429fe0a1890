package org.parley.forum.relocation;

import java.time.InstantSource;

import org.parley.forum.post.Posts;
import org.parley.forum.reading.Tail;
import org.parley.forum.thread.ForumThread;

import org.springframework.stereotype.Component;

/**
 * Knows when no reply can come to a closed thread any more. Whoever took a number before
 * may still commit; it is waited for until every number is accounted for, or no
 * transaction from before the closing can live.
 */
@Component
class Settling {

	/** In a thread with more young posts than this it is waited for. */
	private static final int MOST = 200;

	private final Posts posts;

	private final Tail tail;

	private final InstantSource clock;

	Settling(Posts posts, Tail tail, InstantSource clock) {
		this.posts = posts;
		this.tail = tail;
		this.clock = clock;
	}

	boolean isOver(ThreadWork work, ForumThread closed) {
		return !this.clock.instant().isBefore(work.closedAt().plus(Tail.TRANSACTION_LIMIT)) || isComplete(closed);
	}

	private boolean isComplete(ForumThread closed) {
		var last = this.posts.last(closed.id(), MOST);
		if (last.isEmpty() || (last.size() == MOST && this.tail.isYoung(last.getFirst()))) {
			return false;
		}
		var before = (last.size() < MOST) ? 0 : last.getFirst().number() - 1;
		return this.tail.settled(last, before).size() == last.size() && this.tail.isKnownToBeEmpty(closed.id(),
				last.getLast().number() + 1L, closed.counters().lastNumber());
	}

}
