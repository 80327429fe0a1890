package org.parley.forum.relocation;

import org.parley.contracts.LowerCaseName;

/** The state of a relocation. Each state leads only to the next one. */
public enum RelocationState implements LowerCaseName {

	/** The source takes no new replies; replies with a number may still commit. */
	CLOSING,

	/** Posts are moved in batches. */
	MOVING,

	/** All posts are moved; bookmarks and other references follow. */
	FINISHING,

	/** The relocation is complete. */
	DONE;

}
