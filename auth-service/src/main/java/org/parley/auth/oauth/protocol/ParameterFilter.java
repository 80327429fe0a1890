package org.parley.auth.oauth.protocol;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.endpoint.ProviderEndpoints;
import org.parley.auth.oauth.once.DPoPProof;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests with parameters that break these rules, and ignores unknown scopes:
 * <ul>
 * <li>A POST has no query (RFC 6749, 3.1 and 3.2).</li>
 * <li>No parameter is repeated (RFC 6749, 3.1 and 3.2). The consent form alone has one
 * {@code scope} for each scope.</li>
 * <li>A client authenticates in one way (RFC 6749, 2.3).</li>
 * <li>No value has control characters or more than 8,192 characters.</li>
 * <li>No parameter has a name that Spring would take for a header.</li>
 * <li>The consent to a device is posted.</li>
 * <li>A pushed request has a {@code response_type}.</li>
 * </ul>
 */
final class ParameterFilter extends OncePerRequestFilter {

	private static final int LONGEST = 8_192;

	private final OAuthErrorResponseHandler oAuthErrorResponseHandler;

	ParameterFilter(OAuthErrorResponseHandler oAuthErrorResponseHandler) {
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

	static boolean isValid(HttpServletRequest request) {
		if (isPost(request) && request.getQueryString() != null && !request.getQueryString().isEmpty()) {
			return false;
		}
		try {
			if (isBasic(request) && request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null) {
				return false;
			}
			var consent = ProviderEndpoints.OWN_FORMS.matches(request)
					&& request.getParameter(OAuth2ParameterNames.STATE) != null;
			return isAllowedAt(request) && request.getParameterMap()
				.entrySet()
				.stream()
				.allMatch((parameter) -> isValid(parameter, consent));
		}
		catch (IllegalStateException ex) {
			return false; // malformed
		}
	}

	/** None of Spring's converters would read the requests that this refuses. */
	private static boolean isAllowedAt(HttpServletRequest request) {
		return switch (request.getRequestURI()) {
			case ProviderEndpoints.DEVICE_VERIFICATION ->
				isPost(request) || request.getParameter(OAuth2ParameterNames.STATE) == null;
			case ProviderEndpoints.PUSHED -> request.getParameter(OAuth2ParameterNames.RESPONSE_TYPE) != null;
			default -> true;
		};
	}

	private static boolean isBasic(HttpServletRequest request) {
		var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, "Basic ".length());
	}

	private static boolean isPost(HttpServletRequest request) {
		return "POST".equals(request.getMethod());
	}

	private static boolean isValid(Map.Entry<String, String[]> parameter, boolean consent) {
		var name = parameter.getKey();
		var values = parameter.getValue();
		return !DPoPProof.RESERVED.contains(name)
				&& (values.length == 1 || (consent && OAuth2ParameterNames.SCOPE.equals(name)))
				&& Stream.of(values).allMatch(ParameterFilter::isValid);
	}

	private static boolean isValid(String value) {
		return value.length() <= LONGEST && value.chars().noneMatch((character) -> character < ' ' || character == 127);
	}

}
