package org.parley.platform.domain;

/** Why something was refused. The web layer answers each kind with one HTTP status. */
public enum RefusalKind {

	/** The request has an invalid property. */
	INVALID,
	/** The caller is unknown, or the credentials are wrong. */
	UNAUTHENTICATED,
	/** The caller is known but not permitted. */
	FORBIDDEN,
	/** The resource does not exist, or the caller may not see it. */
	NOT_FOUND,
	/** The current state does not allow the change. */
	CONFLICT,
	/** The resource was changed since the caller read it. */
	STALE,
	/** The request is valid, but this installation refuses a property. */
	UNPROCESSABLE,
	/** The caller has used up a limit. */
	LIMITED,
	/** A part that is needed is temporarily away. */
	UNAVAILABLE

}
