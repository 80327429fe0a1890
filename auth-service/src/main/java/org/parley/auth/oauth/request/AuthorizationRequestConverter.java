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
 * Reads an app's request. The app hears what is wrong with it if it has told an address
 * that is its own, and has sent the request in the way it has to.
 */
public final class AuthorizationRequestConverter implements AuthenticationConverter {

	private static final Authentication NOBODY = new AnonymousAuthenticationToken("anonymous", "anonymousUser",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private final AuthenticationConverter reading = new OAuth2AuthorizationCodeRequestAuthenticationConverter();

	private final RegisteredClientRepository apps;

	public AuthorizationRequestConverter(RegisteredClientRepository apps) {
		this.apps = apps;
	}

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		var id = request.getParameter("client_id");
		var app = (id != null && !id.isBlank()) ? this.apps.findByClientId(id) : null;
		try {
			var read = this.reading.convert(request);
			if (app != null && read instanceof OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
				check(asked, app, request);
			}
			return read;
		}
		catch (OAuth2AuthorizationCodeRequestAuthenticationException ex) {
			if (app == null || ex.getAuthorizationCodeRequestAuthentication() != null) {
				throw ex;
			}
			throw failure(request, app, ex.getError().getErrorCode(), ex.getError().getDescription());
		}
	}

	private static void check(OAuth2AuthorizationCodeRequestAuthenticationToken asked, RegisteredClient app,
			HttpServletRequest request) {
		if (!app.getAuthorizationGrantTypes().contains(AuthorizationGrantType.AUTHORIZATION_CODE)) {
			throw AuthorizationRequestValidator.failure(asked, null, OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, "client_id");
		}
		if (AppSettings.has(app, AppSettings.PUSHED_REQUESTS)
				&& !asked.getAdditionalParameters().containsKey("request_uri")) {
			throw failure(request, app, OAuth2ErrorCodes.INVALID_REQUEST, "This client pushes its requests first.");
		}
	}

	private static OAuth2AuthorizationCodeRequestAuthenticationException failure(HttpServletRequest request,
			RegisteredClient app, String code, @Nullable String description) {
		var asked = new OAuth2AuthorizationCodeRequestAuthenticationToken(request.getRequestURL().toString(),
				app.getClientId(), NOBODY, null, request.getParameter("state"), Set.of(), Map.of());
		return AuthorizationRequestValidator.failure(asked,
				RedirectUriValidator.of(request.getParameter("redirect_uri"), app), code,
				(description != null) ? description : code);
	}

}
