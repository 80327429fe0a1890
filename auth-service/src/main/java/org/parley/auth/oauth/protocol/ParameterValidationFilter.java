package org.parley.auth.oauth.protocol;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.once.DPoPProof;

import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses parameters with control characters, duplicates, parameters in the query of a
 * POST (RFC 6749, 3.1 and 3.2), and those that Spring would take for headers. Unknown
 * scopes are ignored.
 */
final class ParameterValidationFilter extends OncePerRequestFilter {

	private static final int LONGEST = 8_192;

	private final OAuthErrorResponseHandler oAuthErrorResponseHandler;

	ParameterValidationFilter(OAuthErrorResponseHandler oAuthErrorResponseHandler) {
		this.oAuthErrorResponseHandler = oAuthErrorResponseHandler;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isValid(request)) {
			chain.doFilter(KnownScopesRequest.of(request), response);
		}
		else {
			this.oAuthErrorResponseHandler.refuse(request, response, OAuth2ErrorCodes.INVALID_REQUEST);
		}
	}

	private static boolean isValid(HttpServletRequest request) {
		var posted = "POST".equals(request.getMethod());
		var query = request.getQueryString();
		if (posted && query != null && !query.isEmpty()) {
			return false;
		}
		try {
			if (!posted && ProviderEndpoints.DEVICE_VERIFICATION.equals(request.getRequestURI())
					&& request.getParameter("state") != null) {
				return false; // a consent must be posted
			}
			if (ProviderEndpoints.PUSHED.equals(request.getRequestURI())
					&& request.getParameter("response_type") == null) {
				return false;
			}
			return request.getParameterMap().entrySet().stream().allMatch((parameter) -> isValid(parameter, posted));
		}
		catch (IllegalStateException ex) {
			return false; // malformed
		}
	}

	/** The consent form has one {@code scope} field per scope. */
	private static boolean isValid(Map.Entry<String, String[]> parameter, boolean posted) {
		if (DPoPProof.RESERVED.contains(parameter.getKey())) {
			return false;
		}
		var values = parameter.getValue();
		if (values.length > 1 && !(posted && parameter.getKey().equals("scope"))) {
			return false;
		}
		for (var value : values) {
			if (value.length() > LONGEST
					|| value.chars().anyMatch((character) -> character < ' ' || character == 127)) {
				return false;
			}
		}
		return true;
	}

}
