package org.parley.auth.oauth.protocol;

import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** Paths of the provider's endpoints and pages. */
final class ProviderEndpoints {

	static final String AUTHORIZE = "/oauth2/authorize";

	static final String DEVICE_AUTHORIZATION = "/oauth2/device_authorization";

	static final String DEVICE_VERIFICATION = "/oauth2/device_verification";

	static final String JWKS = "/oauth2/jwks";

	static final String LOGOUT = "/oauth2/logout";

	static final String PUSHED = "/oauth2/par";

	static final String REGISTRATION = "/oauth2/register";

	static final String USER_INFO = "/oauth2/userinfo";

	static final String CONSENT_PAGE = "/oauth2/consent";

	static final String DEVICE_PAGE = "/oauth2/device";

	private ProviderEndpoints() {
	}

	static AuthorizationServerSettings settings(String issuer) {
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

}
