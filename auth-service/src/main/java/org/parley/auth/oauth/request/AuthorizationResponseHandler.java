package org.parley.auth.oauth.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Redirects to the app with a code or an error, and the issuer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9207">RFC 9207</a>
 */
@Component
public class AuthorizationResponseHandler implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private final String issuer;

	private final SignInRedirect signInRedirect;

	AuthorizationResponseHandler(@Value("${parley.public-url}") String issuer, SignInRedirect signInRedirect) {
		this.issuer = issuer;
		this.signInRedirect = signInRedirect;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) {
		var answered = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
		Map<String, @Nullable String> answer = new LinkedHashMap<>();
		answer.put("code", Objects.requireNonNull(answered.getAuthorizationCode()).getTokenValue());
		send(response, Objects.requireNonNull(answered.getRedirectUri()), answer, answered.getState());
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException, ServletException {
		if (failure instanceof SignInRequiredException required) {
			this.signInRedirect.redirect(request, response, required.again());
			return;
		}
		var error = BrowserProblem.of(failure);
		var answered = (failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException known)
				? known.getAuthorizationCodeRequestAuthentication() : null;
		if (answered == null || answered.getRedirectUri() == null || answered.getRedirectUri().isEmpty()) {
			BrowserProblem.show(request, response, error);
			return;
		}
		Map<String, @Nullable String> answer = new LinkedHashMap<>();
		answer.put("error", error.getErrorCode());
		answer.put("error_description", error.getDescription());
		send(response, answered.getRedirectUri(), answer, answered.getState());
	}

	private void send(HttpServletResponse response, String redirect, Map<String, @Nullable String> answer,
			@Nullable String state) {
		answer.put("state", state);
		answer.put("iss", this.issuer);
		var query = answer.entrySet()
			.stream()
			.filter((parameter) -> parameter.getValue() != null && !parameter.getValue().isEmpty())
			.map((parameter) -> parameter.getKey() + "="
					+ UriUtils.encode(parameter.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.LOCATION, redirect + (redirect.contains("?") ? "&" : "?") + query);
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
	}

}
