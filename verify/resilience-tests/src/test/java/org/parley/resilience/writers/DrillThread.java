package org.parley.resilience.writers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * A thread that the writers use. Changes need the version of the previous one, so they
 * are made one at a time; replies are concurrent.
 */
public final class DrillThread {

	private static final int MAX_POSTS = 500;

	private final String id;

	private final DrillUser owner;

	private final ReentrantLock changeLock = new ReentrantLock();

	private final List<WrittenPost> posts = new ArrayList<>();

	private long version;

	public DrillThread(String id, DrillUser owner) {
		this.id = id;
		this.owner = owner;
	}

	public String id() {
		return this.id;
	}

	/** Returns the author, who only edits this thread's title. */
	public DrillUser owner() {
		return this.owner;
	}

	/** Makes a change unless another one is running. */
	public boolean tryChange(Change change) throws InterruptedException {
		if (!this.changeLock.tryLock()) {
			return false;
		}
		try {
			change.make();
			return true;
		}
		finally {
			this.changeLock.unlock();
		}
	}

	long version() {
		return this.version;
	}

	void setVersion(long newVersion) {
		this.version = newVersion;
	}

	public synchronized void add(WrittenPost post) {
		if (this.posts.size() < MAX_POSTS) {
			this.posts.add(post);
		}
	}

	/** Returns a random post of another author. */
	public synchronized Optional<WrittenPost> postNotBy(String authorId, RandomGenerator random) {
		return this.posts.isEmpty() ? Optional.empty() : Optional.of(this.posts.get(random.nextInt(this.posts.size())))
			.filter((post) -> !post.authorId().equals(authorId));
	}

	/**
	 * A post.
	 *
	 * @param id the post's id
	 * @param authorId the author's id, who must not vote on the post
	 */
	public record WrittenPost(String id, String authorId) {
	}

	/** A change that runs exclusively. */
	public interface Change {

		void make() throws InterruptedException;

	}

}
