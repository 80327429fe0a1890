package org.parley.realtime.access;

/** Result of checking whether a caller may be in a room. */
public enum ReadPermission {

	/** The caller may be in the room. */
	GRANTED,
	/** The room does not exist yet, or the caller may not be in it yet. */
	UNKNOWN,
	/** The caller may not be in the room; reported as an unknown room. */
	FORBIDDEN

}
