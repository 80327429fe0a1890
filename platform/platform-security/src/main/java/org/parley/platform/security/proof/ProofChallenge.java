package org.parley.platform.security.proof;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * The {@code WWW-Authenticate} challenge of DPoP-bound tokens.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-7.1">RFC 9449, section
 * 7.1</a>
 */
public final class ProofChallenge {

	/** The challenge for a token without the required scope. */
	public static final String INSUFFICIENT_SCOPE = "DPoP error=\"insufficient_scope\"";

	private static final String SCHEME = "DPoP";

	/** The supported signature algorithms of proofs. */
	public static final List<String> ALGORITHMS = List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256",
			"ES384", "ES512");

	private static final String ALGS = "algs=\"" + String.join(" ", ALGORITHMS) + "\"";

	private ProofChallenge() {
	}

	/** Whether the request uses the scheme {@code DPoP}. */
	public static boolean isUsedBy(HttpServletRequest request) {
		var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
	}

	/** The challenge for a request without a token. */
	public static String plain() {
		return SCHEME + " " + ALGS;
	}

	/** The challenge for an invalid token or proof. */
	public static String of(OAuth2Error error) {
		return "%s error=\"%s\", error_description=\"%s\", %s".formatted(SCHEME, error.getErrorCode(), described(error),
				ALGS);
	}

	/** Contains no data of the request. */
	private static String described(OAuth2Error error) {
		return error.getErrorCode().equals(ProofRefusal.INVALID_PROOF) ? String.valueOf(error.getDescription())
				: "The access token is invalid";
	}

}
