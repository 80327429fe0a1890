package org.parley.platform.security.proof;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * What {@code WWW-Authenticate} says about tokens that take a proof.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-7.1">RFC 9449, section
 * 7.1</a>
 */
public final class ProofChallenge {

	/** For whoever may not do something with such a token. */
	public static final String INSUFFICIENT_SCOPE = "DPoP error=\"insufficient_scope\"";

	private static final String SCHEME = "DPoP";

	/** Those that a proof may be signed by. */
	public static final List<String> ALGORITHMS = List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256",
			"ES384", "ES512");

	private static final String ALGS = "algs=\"" + String.join(" ", ALGORITHMS) + "\"";

	private ProofChallenge() {
	}

	/** Whether a request came with such a token. */
	public static boolean isAskedFor(HttpServletRequest request) {
		var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
	}

	/** For whoever brought none. */
	public static String plain() {
		return SCHEME + " " + ALGS;
	}

	/** For whoever brought one that does not count. */
	public static String of(OAuth2Error error) {
		return "%s error=\"%s\", error_description=\"%s\", %s".formatted(SCHEME, error.getErrorCode(), described(error),
				ALGS);
	}

	/** Nothing of what came with the request. */
	private static String described(OAuth2Error error) {
		return error.getErrorCode().equals(ProofRefusal.INVALID_PROOF) ? String.valueOf(error.getDescription())
				: "The access token does not count";
	}

}
