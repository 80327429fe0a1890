package org.parley.auth.oauth.protocol;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.parley.auth.oauth.client.AppScope;
import org.parley.auth.oauth.endpoint.ProviderEndpoints;

/**
 * Completes and corrects the provider metadata of Spring.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414</a>
 */
final class ProviderMetadataCustomizer implements Consumer<Map<String, Object>> {

	private static final List<String> WITH_SECRET = List.of("client_secret_basic", "client_secret_post");

	private static final List<String> ALL_CLIENTS = List.of("client_secret_basic", "client_secret_post", "none");

	private static final List<String> PROOFS = List.of("ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256",
			"RS384", "RS512");

	private final String issuer;

	ProviderMetadataCustomizer(String issuer) {
		this.issuer = issuer;
	}

	@Override
	public void accept(Map<String, Object> metadata) {
		metadata.remove("tls_client_certificate_bound_access_tokens");
		metadata.put("scopes_supported", AppScope.names());
		metadata.put("response_types_supported", List.of("code"));
		metadata.put("response_modes_supported", List.of("query"));
		metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials",
				"urn:ietf:params:oauth:grant-type:device_code"));
		metadata.put("token_endpoint_auth_methods_supported", ALL_CLIENTS);
		metadata.put("revocation_endpoint_auth_methods_supported", ALL_CLIENTS);
		metadata.put("introspection_endpoint_auth_methods_supported", WITH_SECRET);
		metadata.put("code_challenge_methods_supported", List.of("S256"));
		metadata.put("dpop_signing_alg_values_supported", PROOFS);
		metadata.put("authorization_response_iss_parameter_supported", true);
		metadata.put("require_pushed_authorization_requests", false);
		metadata.put("pushed_authorization_request_endpoint", this.issuer + ProviderEndpoints.PUSHED);
		metadata.put("device_authorization_endpoint", this.issuer + ProviderEndpoints.DEVICE_AUTHORIZATION);
		metadata.put("registration_endpoint", this.issuer + ProviderEndpoints.REGISTRATION);
		metadata.put("request_parameter_supported", false);
		metadata.put("request_uri_parameter_supported", false);
		metadata.put("claims_parameter_supported", false);
		metadata.put("prompt_values_supported", List.of("none", "login", "consent"));
		metadata.put("claims_supported",
				List.of("iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "at_hash", "azp", "sid",
						"preferred_username", "name", "picture", "locale", "zoneinfo", "email", "email_verified"));
	}

}
