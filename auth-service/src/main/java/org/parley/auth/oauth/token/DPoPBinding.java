package org.parley.auth.oauth.token;

import java.util.Map;
import java.util.Optional;

import org.parley.auth.oauth.client.AppSettings;
import org.parley.auth.oauth.once.DPoPProof;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;

/**
 * Checks that a token request proves the key to which its client, code or refresh token
 * is bound.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a>
 */
final class DPoPBinding {

	private DPoPBinding() {
	}

	/** Returns the proof of a request; its claims are untrusted. */
	static Optional<DPoPProof> proof(OAuth2AuthorizationGrantAuthenticationToken request) {
		return DPoPProof.find(request.getAdditionalParameters());
	}

	/** Requires a proof of a client whose tokens are always bound. */
	static void requireProof(OAuthErrors.Client client, OAuth2AuthorizationGrantAuthenticationToken request) {
		if (AppSettings.has(client.app(), AppSettings.BOUND_TOKENS) && proof(request).isEmpty()) {
			throw DPoPProof.invalid("This client must bind its tokens to a key. Send a proof.");
		}
	}

	/** Requires the keys to which a grant is bound. */
	static void requireKeys(OAuth2Authorization grant, OAuth2AuthorizationGrantAuthenticationToken request,
			OAuthErrors.Client client) {
		requireSameKey(grant, request, client);
		requireRequestedKey(grant, request);
	}

	/** Refresh tokens of public clients require their key (RFC 9449, 5). */
	private static void requireSameKey(OAuth2Authorization grant, OAuth2AuthorizationGrantAuthenticationToken request,
			OAuthErrors.Client client) {
		var token = grant.getAccessToken();
		var claims = (token != null) ? token.getClaims() : null;
		var bound = claims != null && claims.get("cnf") instanceof Map<?, ?>;
		if (client.isPublic() && token != null && bound == proof(request).isEmpty()) {
			throw DPoPProof.invalid("The refresh token requires the key that it was issued for, or none.");
		}
	}

	/** A code that was requested with a key requires that key (RFC 9449, 10). */
	private static void requireRequestedKey(OAuth2Authorization grant,
			OAuth2AuthorizationGrantAuthenticationToken request) {
		var key = requestedKey(grant);
		if (key.isEmpty() || !(request instanceof OAuth2AuthorizationCodeAuthenticationToken)) {
			return;
		}
		var proof = proof(request).orElseThrow(() -> DPoPProof.invalid("The code is bound to a key. Send a proof."));
		if (!proof.thumbprint().equals(key)) {
			throw OAuthErrors.grant("The code is bound to another key.");
		}
	}

	private static String requestedKey(OAuth2Authorization grant) {
		return (grant.getAttributes()
			.get(OAuth2AuthorizationRequest.class.getName()) instanceof OAuth2AuthorizationRequest requested)
					? OAuthErrors.text(requested.getAdditionalParameters().get(DPoPProof.THUMBPRINT)) : "";
	}

}
