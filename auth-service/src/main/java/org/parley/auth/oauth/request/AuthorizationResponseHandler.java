package org.parley.auth.oauth.request;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSettings;
import org.parley.auth.oauth.page.SeeOtherRedirect;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Answers the app with a code or an error, and the issuer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9207">RFC 9207</a>
 */
@Component
public class AuthorizationResponseHandler implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final String MODE = "response_mode";

	private final String issuer;

	private final SignInRedirect signInRedirect;

	private final RegisteredClientRepository apps;

	private final OAuth2AuthorizationService grants;

	AuthorizationResponseHandler(@Value("${parley.public-url}") String issuer, SignInRedirect signInRedirect,
			RegisteredClientRepository apps, OAuth2AuthorizationService grants) {
		this.issuer = issuer;
		this.signInRedirect = signInRedirect;
		this.apps = apps;
		this.grants = grants;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException, ServletException {
		var answered = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
		var code = Objects.requireNonNull(answered.getAuthorizationCode()).getTokenValue();
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("code", code);
		var app = this.apps.findByClientId(answered.getClientId());
		var mode = (app != null && AppSettings.has(app, AppSettings.FORM_POST)) ? requestedMode(code) : null;
		send(request, response, answered, fields, app, mode);
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
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("error", error.getErrorCode());
		AppAnswer.describe(error).ifPresent((text) -> fields.put("error_description", text));
		var mode = answered.getAdditionalParameters().get(MODE);
		send(request, response, answered, fields, this.apps.findByClientId(answered.getClientId()),
				(mode != null) ? mode : request.getParameter(MODE));
	}

	/** The mode of the request that the code answers; it may have been pushed. */
	private @Nullable String requestedMode(String code) {
		var grant = this.grants.findByToken(code, new OAuth2TokenType(OAuth2ParameterNames.CODE));
		OAuth2AuthorizationRequest requested = (grant != null)
				? grant.getAttribute(OAuth2AuthorizationRequest.class.getName()) : null;
		return (requested != null && requested.getAdditionalParameters().get(MODE) instanceof String mode) ? mode
				: null;
	}

	private void send(HttpServletRequest request, HttpServletResponse response,
			OAuth2AuthorizationCodeRequestAuthenticationToken answered, Map<String, String> fields,
			@Nullable RegisteredClient app, @Nullable Object mode) throws IOException, ServletException {
		if (answered.getState() != null && !answered.getState().isEmpty()) {
			fields.put("state", answered.getState());
		}
		fields.put("iss", this.issuer);
		var answer = new AppAnswer(app, Objects.requireNonNull(answered.getRedirectUri()), fields, mode);
		if (answer.isForm()) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			FormPostPage.show(request, response, answer);
		}
		else {
			SeeOtherRedirect.send(answer.redirect(), response);
		}
	}

}
