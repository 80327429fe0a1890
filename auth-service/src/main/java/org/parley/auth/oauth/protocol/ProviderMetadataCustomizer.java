package org.parley.auth.oauth.protocol;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What this provider says of itself beside what Spring says, and instead of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414</a>
 */
final class ProviderMetadataCustomizer implements Consumer<Map<String, Object>> {

	static final List<String> SCOPES = List.of("openid", "profile", "email", "threads:read", "threads:write",
			"notifications", "moderation", "admin");

	private static final List<String> WITH_SECRET = List.of("client_secret_basic", "client_secret_post");

	private static final List<String> ALL_CLIENTS = List.of("client_secret_basic", "client_secret_post", "none");

	private static final List<String> PROOFS = List.of("ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256",
			"RS384", "RS512");

	private final String issuer;

	ProviderMetadataCustomizer(String issuer) {
		this.issuer = issuer;
	}

	@Override
	public void accept(Map<String, Object> said) {
		said.remove("tls_client_certificate_bound_access_tokens");
		said.put("scopes_supported", SCOPES);
		said.put("response_types_supported", List.of("code"));
		said.put("response_modes_supported", List.of("query"));
		said.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials",
				"urn:ietf:params:oauth:grant-type:device_code"));
		said.put("token_endpoint_auth_methods_supported", ALL_CLIENTS);
		said.put("revocation_endpoint_auth_methods_supported", ALL_CLIENTS);
		said.put("introspection_endpoint_auth_methods_supported", WITH_SECRET);
		said.put("code_challenge_methods_supported", List.of("S256"));
		said.put("dpop_signing_alg_values_supported", PROOFS);
		said.put("authorization_response_iss_parameter_supported", true);
		said.put("require_pushed_authorization_requests", false);
		said.put("pushed_authorization_request_endpoint", this.issuer + ProviderEndpoints.PUSHED);
		said.put("device_authorization_endpoint", this.issuer + ProviderEndpoints.DEVICE_AUTHORIZATION);
		said.put("registration_endpoint", this.issuer + ProviderEndpoints.REGISTRATION);
		said.put("request_parameter_supported", false);
		said.put("request_uri_parameter_supported", false);
		said.put("claims_parameter_supported", false);
		said.put("prompt_values_supported", List.of("none", "login", "consent"));
		said.put("claims_supported", List.of("iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "at_hash", "azp",
				"sid", "preferred_username", "name", "picture", "locale", "zoneinfo", "email", "email_verified"));
	}

}
