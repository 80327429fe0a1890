package org.parley.realtime.gate;

import org.parley.platform.security.proof.Confirmation;
import org.parley.realtime.revocation.Revocations;
import org.parley.realtime.session.Identity;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Finds out for whom a token stands, as every other service does. */
@Component
class TokenCheck {

	private final JwtDecoder tokens;

	private final Revocations revocations;

	TokenCheck(JwtDecoder tokens, Revocations revocations) {
		this.tokens = tokens;
		this.revocations = revocations;
	}

	/**
	 * For whom a token stands, which must be one for reading: whatever else it is for is
	 * asked for where it matters.
	 */
	Identity identity(String token) throws RefusedException {
		var decoded = decode(token);
		if (Confirmation.isDemandedBy(decoded)) {
			throw new RefusedException("auth.proof-required");
		}
		var identity = Identity.of(decoded);
		if (!identity.covers("threads:read")) {
			throw new RefusedException("auth.scope-missing");
		}
		if (this.revocations.cover(identity)) {
			throw new RefusedException("auth.token-revoked");
		}
		return identity;
	}

	private Jwt decode(String token) throws RefusedException {
		try {
			return this.tokens.decode(token);
		}
		catch (BadJwtException ex) {
			throw new RefusedException("auth.token-invalid");
		}
		catch (JwtException ex) {
			throw new RefusedException("auth.unavailable");
		}
	}

}
