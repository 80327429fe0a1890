package org.parley.platform.security.proof;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The reason why a DPoP authentication failed. */
public final class ProofRefusal {

	/** The error of RFC 9449 for a missing or invalid proof. */
	public static final String INVALID_PROOF = "invalid_dpop_proof";

	private ProofRefusal() {
	}

	static OAuth2AuthenticationException ofProof(String reason) {
		return new OAuth2AuthenticationException(new OAuth2Error(INVALID_PROOF, reason, null));
	}

	static OAuth2AuthenticationException ofToken(String reason) {
		return new OAuth2AuthenticationException(new OAuth2Error("invalid_token", reason, null));
	}

}
