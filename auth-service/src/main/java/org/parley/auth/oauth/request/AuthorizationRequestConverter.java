package org.parley.auth.oauth.request;

import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSettings;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Converts authorization requests. Errors are redirected to the app if the request has a
 * registered redirect URI.
 */
public final class AuthorizationRequestConverter implements AuthenticationConverter {

	private static final Authentication ANONYMOUS = new AnonymousAuthenticationToken("anonymous", "anonymousUser",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private final AuthenticationConverter delegate = new OAuth2AuthorizationCodeRequestAuthenticationConverter();

	private final RegisteredClientRepository apps;

	public AuthorizationRequestConverter(RegisteredClientRepository apps) {
		this.apps = apps;
	}

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		var id = request.getParameter("client_id");
		var app = (id != null && !id.isBlank()) ? this.apps.findByClientId(id) : null;
		try {
			var authentication = this.delegate.convert(request);
			if (app != null && authentication instanceof OAuth2AuthorizationCodeRequestAuthenticationToken converted) {
				check(converted, app, request);
			}
			return authentication;
		}
		catch (OAuth2AuthorizationCodeRequestAuthenticationException ex) {
			if (app == null || ex.getAuthorizationCodeRequestAuthentication() != null) {
				throw ex;
			}
			throw failure(request, app, ex.getError().getErrorCode(), ex.getError().getDescription());
		}
	}

	private static void check(OAuth2AuthorizationCodeRequestAuthenticationToken converted, RegisteredClient app,
			HttpServletRequest request) {
		if (!app.getAuthorizationGrantTypes().contains(AuthorizationGrantType.AUTHORIZATION_CODE)) {
			throw AuthorizationRequestValidator.failure(converted, null, OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
					"client_id");
		}
		if (AppSettings.has(app, AppSettings.PUSHED_REQUESTS)
				&& !converted.getAdditionalParameters().containsKey("request_uri")) {
			throw failure(request, app, OAuth2ErrorCodes.INVALID_REQUEST, "This client must push its requests.");
		}
	}

	private static OAuth2AuthorizationCodeRequestAuthenticationException failure(HttpServletRequest request,
			RegisteredClient app, String code, @Nullable String description) {
		var converted = new OAuth2AuthorizationCodeRequestAuthenticationToken(request.getRequestURL().toString(),
				app.getClientId(), ANONYMOUS, null, request.getParameter("state"), Set.of(), Map.of());
		return AuthorizationRequestValidator.failure(converted,
				RedirectUriValidator.of(request.getParameter("redirect_uri"), app), code,
				(description != null) ? description : code);
	}

}
