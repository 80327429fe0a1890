package org.parley.auth.oauth.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.endpoint.ProviderEndpoints;
import org.parley.auth.oauth.request.AppAnswer;
import org.parley.auth.oauth.request.BrowserProblem;
import org.parley.auth.oauth.request.SignInRedirect;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Answers errors to apps as JSON (RFC 6749, 5.2) and to browsers as a page.
 */
@Component
class OAuthErrorResponseHandler implements AuthenticationFailureHandler, AuthenticationEntryPoint {

	private static final Set<String> BROWSER_ENDPOINTS = Set.of(ProviderEndpoints.AUTHORIZE, ProviderEndpoints.LOGOUT,
			ProviderEndpoints.DEVICE_VERIFICATION);

	private final AuthenticationEntryPoint token = new BearerTokenAuthenticationEntryPoint();

	private final SignInRedirect signInRedirect;

	private final JsonMapper json;

	OAuthErrorResponseHandler(SignInRedirect signInRedirect, JsonMapper json) {
		this.signInRedirect = signInRedirect;
		this.json = json;
	}

	/** Answers unauthenticated requests. */
	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException, ServletException {
		if (ProviderEndpoints.USER_INFO.equals(request.getRequestURI())) {
			this.token.commence(request, response, cause);
		}
		else if (BROWSER_ENDPOINTS.contains(request.getRequestURI())) {
			this.signInRedirect.redirect(request, response, false);
		}
		else {
			refuse(request, response, OAuth2ErrorCodes.INVALID_CLIENT);
		}
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException, ServletException {
		SecurityContextHolder.clearContext();
		refuse(request, response, BrowserProblem.of(failure));
	}

	void refuse(HttpServletRequest request, HttpServletResponse response, String code)
			throws IOException, ServletException {
		refuse(request, response, new OAuth2Error(code));
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, OAuth2Error error)
			throws IOException, ServletException {
		if (BROWSER_ENDPOINTS.contains(request.getRequestURI())) {
			BrowserProblem.show(request, response, error);
			return;
		}
		var code = error.getErrorCode();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error", code);
		AppAnswer.describe(error).ifPresent((text) -> body.put("error_description", text));
		response.setStatus(status(code));
		if (code.equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"parley\"");
		}
		else if (ProviderEndpoints.USER_INFO.equals(request.getRequestURI())) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(code));
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The challenge of the user info endpoint.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, 3</a>
	 */
	private static String challenge(String code) {
		var scope = code.equals(OAuth2ErrorCodes.INSUFFICIENT_SCOPE) ? ", scope=\"openid\"" : "";
		return "Bearer error=\"" + code + "\"" + scope;
	}

	private static int status(String code) {
		return switch (code) {
			case OAuth2ErrorCodes.INVALID_CLIENT, OAuth2ErrorCodes.INVALID_TOKEN -> HttpServletResponse.SC_UNAUTHORIZED;
			case OAuth2ErrorCodes.INSUFFICIENT_SCOPE -> HttpServletResponse.SC_FORBIDDEN;
			default -> HttpServletResponse.SC_BAD_REQUEST;
		};
	}

}
