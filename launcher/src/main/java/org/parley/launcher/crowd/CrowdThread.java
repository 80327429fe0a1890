package org.parley.launcher.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * A thread that the crowd writes in. Its changes, of which each needs the version of the
 * one before, are made one at a time; replies are not.
 */
final class CrowdThread {

	private static final int REMEMBERED = 500;

	private final String id;

	private final CrowdMember owner;

	private final ReentrantLock changing = new ReentrantLock();

	private final List<Said> posts = new ArrayList<>();

	private long version;

	CrowdThread(String id, CrowdMember owner) {
		this.id = id;
		this.owner = owner;
	}

	String id() {
		return this.id;
	}

	/** Somebody who writes nothing but this thread's titles. */
	CrowdMember owner() {
		return this.owner;
	}

	/** Makes a change, unless another one is under way. */
	boolean change(Change change) throws InterruptedException {
		if (!this.changing.tryLock()) {
			return false;
		}
		try {
			change.make();
			return true;
		}
		finally {
			this.changing.unlock();
		}
	}

	long version() {
		return this.version;
	}

	void is(long newVersion) {
		this.version = newVersion;
	}

	synchronized void add(Said post) {
		if (this.posts.size() < REMEMBERED) {
			this.posts.add(post);
		}
	}

	/** A post that somebody else has written. */
	synchronized Optional<Said> postNotBy(String authorId, RandomGenerator random) {
		return this.posts.isEmpty() ? Optional.empty() : Optional.of(this.posts.get(random.nextInt(this.posts.size())))
			.filter((post) -> !post.authorId().equals(authorId));
	}

	/**
	 * A post.
	 *
	 * @param id its id
	 * @param authorId who must not vote on it
	 */
	record Said(String id, String authorId) {
	}

	/** Something that is done alone. */
	interface Change {

		void make() throws InterruptedException;

	}

}
