package org.parley.gateway.token;

/** Knows of access tokens that count no more before they expire. */
public interface Refusals {

	/** Whether it was revoked. */
	boolean refuses(AccessToken token);

}
