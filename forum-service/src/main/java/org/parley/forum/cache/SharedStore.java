package org.parley.forum.cache;

import java.util.Collection;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

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
	 * Creates new generations of some groups and notifies every instance, now or as soon
	 * as the store is available.
	 */
	void renew(Collection<String> groups);

	/**
	 * Returns the response that is stored under a key or, if there is none, acquires the
	 * lease to compute it, in one step.
	 */
	Claim claim(String key);

	/**
	 * Releases a lease and wakes the instances that wait for the response.
	 * @param computed the response to store; null if it must not be cached
	 */
	void release(String key, byte @Nullable [] computed);

	/** Waits for a short time for a response that another instance computes. */
	Optional<byte[]> await(String key);

	/** Adds a listener for invalidations. */
	void addListener(Listener listener);

	/**
	 * The result of {@link #claim}.
	 *
	 * @param stored the stored response, if any
	 * @param isLeased whether the caller must compute the response and release the lease
	 */
	record Claim(Optional<byte[]> stored, boolean isLeased) {

		/** Nothing is stored, and the caller has the lease or no store to share with. */
		static final Claim LEASED = new Claim(Optional.empty(), true);

		/** Nothing is stored, and another instance has the lease. */
		static final Claim HELD = new Claim(Optional.empty(), false);

	}

	/** Receives invalidations, those of this instance included. Must not block. */
	interface Listener {

		/** A group has a new generation. */
		void renewed(String group);

		/** Messages may have been lost. */
		void interrupted();

	}

}
