package org.parley.auth.revocation;

/** An event after which some access tokens count no more. */
public interface Revoking {

	/** Which. */
	Revocation revocation();

}
