package org.parley.forum.cache;

import java.util.Optional;

/**
 * What the instances share. Nothing here throws or waits for long when the store cannot
 * be reached: then every instance is alone.
 */
interface SharedStore {

	/**
	 * Whether what other instances push arrives. Without that, nothing may be remembered
	 * for more than a second.
	 */
	boolean isLive();

	/** The generation of a group, made when there is none. */
	Optional<String> generation(String group);

	/**
	 * Gives a group a new generation and tells every instance: now, or as soon as the
	 * store is back.
	 */
	void renew(String group);

	/** The answer stored under a key. */
	Optional<byte[]> get(String key);

	/** Stores an answer. */
	void put(String key, byte[] stored);

	/**
	 * Whether the caller is the one who computes the answer to a key, until it releases
	 * it.
	 */
	boolean lease(String key);

	/** Ends a lease, and wakes who waits for the answer. */
	void release(String key);

	/** Waits a little for the answer that somebody else computes. */
	Optional<byte[]> await(String key);

	/** Adds who hears of changes. */
	void listen(Listener listener);

	/** Hears of changes, its own ones too. Returns at once. */
	interface Listener {

		/** A group has a new generation. */
		void renewed(String group);

		/** Pushes may have been missed. */
		void interrupted();

	}

}
