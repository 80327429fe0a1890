package org.parley.gateway.token;

/** Knows which unexpired access tokens are revoked. */
public interface TokenRevocationCheck {

	/** Whether the token is revoked. */
	boolean refuses(VerifiedAccessToken token);

}
