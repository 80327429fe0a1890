package org.parley.auth.oauth.endpoint;

import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Paths of the provider's endpoints and pages. */
public final class ProviderEndpoints {

	public static final String AUTHORIZE = "/oauth2/authorize";

	public static final String DEVICE_AUTHORIZATION = "/oauth2/device_authorization";

	public static final String DEVICE_VERIFICATION = "/oauth2/device_verification";

	public static final String JWKS = "/oauth2/jwks";

	public static final String LOGOUT = "/oauth2/logout";

	public static final String PUSHED = "/oauth2/par";

	public static final String REGISTRATION = "/oauth2/register";

	public static final String USER_INFO = "/oauth2/userinfo";

	public static final String CONSENT_PAGE = "/oauth2/consent";

	public static final String DEVICE_PAGE = "/oauth2/device";

	/** The forms of our pages: the answer to a consent, and the code of a device. */
	public static final RequestMatcher OWN_FORMS = new OrRequestMatcher(
			new AndRequestMatcher(post(AUTHORIZE), (request) -> request.getParameter("response_type") == null),
			post(DEVICE_VERIFICATION));

	private ProviderEndpoints() {
	}

	public static AuthorizationServerSettings settings(String issuer) {
		return AuthorizationServerSettings.builder()
			.issuer(issuer)
			.authorizationEndpoint(AUTHORIZE)
			.pushedAuthorizationRequestEndpoint(PUSHED)
			.deviceAuthorizationEndpoint(DEVICE_AUTHORIZATION)
			.deviceVerificationEndpoint(DEVICE_VERIFICATION)
			.tokenEndpoint("/oauth2/token")
			.jwkSetEndpoint(JWKS)
			.tokenRevocationEndpoint("/oauth2/revoke")
			.tokenIntrospectionEndpoint("/oauth2/introspect")
			.oidcUserInfoEndpoint(USER_INFO)
			.oidcLogoutEndpoint(LOGOUT)
			.build();
	}

	private static RequestMatcher post(String path) {
		return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
	}

}
