package org.parley.forum.thread.event;

import java.util.Set;

/**
 * Threads changed in a way that lists or pages show. Published within this process, after
 * the commit.
 */
public record ThreadsTouched(Set<String> threadIds) {

	public ThreadsTouched {
		threadIds = Set.copyOf(threadIds);
	}

	/** A single thread. */
	public ThreadsTouched(String threadId) {
		this(Set.of(threadId));
	}

}
