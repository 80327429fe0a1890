package org.parley.webhook.forum;

/** Whether the public may read something. */
public enum Visibility {

	/** Guests may read it. */
	PUBLIC,
	/** Guests may not read it. */
	HIDDEN,
	/** Its category is not known yet. */
	UNKNOWN

}
