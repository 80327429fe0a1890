package org.parley.auth.user.revocation;

/** An event that revokes access tokens. */
public interface RevokingEvent {

	/** The tokens that the event revokes. */
	TokenRevocation revocation();

}
