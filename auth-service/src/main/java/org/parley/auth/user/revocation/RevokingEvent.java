package org.parley.auth.user.revocation;

/** An event after which some access tokens count no more. */
public interface RevokingEvent {

	/** Which. */
	TokenRevocation revocation();

}
