package org.parley.launcher.writers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * A thread that the crowd writes in. Its changes, of which each needs the version of the
 * one before, are made one at a time; replies are not.
 */
public final class DrillThread {

	private static final int REMEMBERED = 500;

	private final String id;

	private final DrillUser owner;

	private final ReentrantLock changing = new ReentrantLock();

	private final List<Said> posts = new ArrayList<>();

	private long version;

	public DrillThread(String id, DrillUser owner) {
		this.id = id;
		this.owner = owner;
	}

	public String id() {
		return this.id;
	}

	/** Somebody who writes nothing but this thread's titles. */
	public DrillUser owner() {
		return this.owner;
	}

	/** Makes a change, unless another one is under way. */
	public boolean change(Change change) throws InterruptedException {
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

	public synchronized void add(Said post) {
		if (this.posts.size() < REMEMBERED) {
			this.posts.add(post);
		}
	}

	/** A post that somebody else has written. */
	public synchronized Optional<Said> postNotBy(String authorId, RandomGenerator random) {
		return this.posts.isEmpty() ? Optional.empty() : Optional.of(this.posts.get(random.nextInt(this.posts.size())))
			.filter((post) -> !post.authorId().equals(authorId));
	}

	/**
	 * A post.
	 *
	 * @param id its id
	 * @param authorId who must not vote on it
	 */
	public record Said(String id, String authorId) {
	}

	/** Something that is done alone. */
	public interface Change {

		void make() throws InterruptedException;

	}

}
