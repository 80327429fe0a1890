package org.parley.webhook.forum;

/** Whether everybody may read something. */
public enum Visibility {

	/** Guests may, too. */
	PUBLIC,
	/** Not everybody may. */
	HIDDEN,
	/** Nothing has been heard of its category yet. */
	UNKNOWN

}
