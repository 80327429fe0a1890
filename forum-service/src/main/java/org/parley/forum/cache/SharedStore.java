package org.parley.forum.cache;

import java.util.Optional;

/**
 * The store that all instances share. No method throws an exception or waits for long if
 * the store is unavailable; each instance then works alone.
 */
interface SharedStore {

	/**
	 * Whether messages of other instances arrive. Otherwise a response must not be cached
	 * for more than a second.
	 */
	boolean isLive();

	/** Returns the generation of a group and creates it if it does not exist. */
	Optional<String> getOrCreateGeneration(String group);

	/**
	 * Creates a new generation of a group and notifies every instance, now or as soon as
	 * the store is available.
	 */
	void renew(String group);

	/** Returns the response that is stored under a key. */
	Optional<byte[]> get(String key);

	/** Stores a response. */
	void put(String key, byte[] stored);

	/**
	 * Acquires the lease to compute the response for a key.
	 * @return whether the caller holds the lease
	 */
	boolean acquireLease(String key);

	/** Releases a lease and wakes the instances that wait for the response. */
	void releaseLease(String key);

	/** Waits for a short time for a response that another instance computes. */
	Optional<byte[]> await(String key);

	/** Adds a listener for invalidations. */
	void addListener(Listener listener);

	/** Receives invalidations, those of this instance included. Must not block. */
	interface Listener {

		/** A group has a new generation. */
		void renewed(String group);

		/** Messages may have been lost. */
		void interrupted();

	}

}
