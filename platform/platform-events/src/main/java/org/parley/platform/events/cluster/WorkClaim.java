package org.parley.platform.events.cluster;

/** What an instance must hold while it works, so that others leave that work to it. */
public interface WorkClaim {

	/** Takes or renews it; false when there is nothing to hold now. */
	boolean acquire();

	/** Gives it back, so that another instance need not wait for its end. */
	void release();

	/** For work that is claimed piece by piece: there is nothing else to hold. */
	static WorkClaim none() {
		return new WorkClaim() {

			@Override
			public boolean acquire() {
				return true;
			}

			@Override
			public void release() {
				// nothing was held
			}

		};
	}

}
