package org.parley.forum.thread;

import org.parley.contracts.LowerCaseName;

/** The status of a thread. Only a {@link ThreadTransition} changes it. */
public enum ThreadStatus implements LowerCaseName {

	/** Visible, and open to replies. */
	OPEN,
	/** Visible, and closed to replies. */
	LOCKED,
	/** Visible and read-only. */
	ARCHIVED,
	/** Visible to moderators only. */
	HIDDEN;

}
