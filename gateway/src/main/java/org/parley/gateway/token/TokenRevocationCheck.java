package org.parley.gateway.token;

/** Knows of access tokens that count no more before they expire. */
public interface TokenRevocationCheck {

	/** Whether it was revoked. */
	boolean refuses(VerifiedAccessToken token);

}
