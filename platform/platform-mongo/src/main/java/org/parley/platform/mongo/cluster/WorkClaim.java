package org.parley.platform.mongo.cluster;

/** A claim on work that only one instance may do. */
public interface WorkClaim {

	/** Acquires or renews the claim; false when it is not available. */
	boolean acquire();

	/** Releases the claim, so that another instance need not wait until it expires. */
	void release();

	/**
	 * Whether other instances must be woken.
	 * @param isNew whether this instance has created work
	 * @param claimed whether this instance is about to work
	 */
	default boolean needsOthers(boolean isNew, boolean claimed) {
		return isNew && !claimed;
	}

	/** A claim that always succeeds, for work that is claimed item by item. */
	static WorkClaim none() {
		return new WorkClaim() {

			@Override
			public boolean acquire() {
				return true;
			}

			@Override
			public void release() {
				// no claim to release
			}

		};
	}

}
