package org.parley.auth.oauth.protocol;

import java.util.Collections;
import java.util.HashMap;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.once.DPoPProof;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Adds the DPoP proof to a pushed request. Spring reads proofs at the token endpoint
 * only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-10.1">RFC 9449, 10.1</a>
 */
final class PushedRequestConverter implements AuthenticationConverter {

	private final AuthenticationConverter delegate = new OAuth2AuthorizationCodeRequestAuthenticationConverter();

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		var read = this.delegate.convert(request);
		var proofs = Collections.list(request.getHeaders(DPoPProof.HEADER));
		if (proofs.isEmpty() || !(read instanceof OAuth2PushedAuthorizationRequestAuthenticationToken pushed)) {
			return read;
		}
		if (proofs.size() > 1) {
			throw DPoPProof.invalid("A request must have one proof.");
		}
		var parameters = new HashMap<>(pushed.getAdditionalParameters());
		parameters.put(DPoPProof.PARAMETER, proofs.getFirst());
		return PushedAuthorizationRequestProvider.with(parameters, pushed);
	}

}
