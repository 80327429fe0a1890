package org.parley.webhook.visibility;

/** Whether something may be read. */
public enum Visibility {

	/** It may be read. */
	READABLE,
	/** It may not be read. */
	HIDDEN,
	/** Its category is not known yet. */
	UNKNOWN

}
