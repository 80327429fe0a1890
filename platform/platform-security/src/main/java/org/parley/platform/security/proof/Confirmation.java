package org.parley.platform.security.proof;

import java.util.Map;
import java.util.Optional;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The confirmation claim {@code cnf} of a token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7800#section-3">RFC 7800, section 3</a>
 */
public final class Confirmation {

	private static final String CLAIM = "cnf";

	private Confirmation() {
	}

	/** Whether the token requires a proof of any kind. */
	public static boolean isDemandedBy(Jwt token) {
		return token.hasClaim(CLAIM);
	}

	/** The thumbprint of the key that the token is bound to. */
	static Optional<String> thumbprint(Jwt token) {
		return (token.getClaim(CLAIM) instanceof Map<?, ?> demand && demand.get("jkt") instanceof String thumbprint)
				? Optional.of(thumbprint) : Optional.empty();
	}

}
