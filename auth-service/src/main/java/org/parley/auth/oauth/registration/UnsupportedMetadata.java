package org.parley.auth.oauth.registration;

import java.util.Map;
import java.util.Set;

/**
 * Client metadata that this provider does not support although a client would rely on it.
 * Other unknown metadata is ignored.
 *
 * @see <a href=
 * "https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata">OpenID
 * Connect Dynamic Client Registration, 2</a>
 */
final class UnsupportedMetadata {

	/** Client keys, encryption, signed responses and logout notifications. */
	private static final Set<String> NEVER = Set.of("jwks", "jwks_uri", "sector_identifier_uri", "request_uris",
			"default_max_age", "default_acr_values", "token_endpoint_auth_signing_alg",
			"id_token_encrypted_response_alg", "id_token_encrypted_response_enc", "userinfo_signed_response_alg",
			"userinfo_encrypted_response_alg", "userinfo_encrypted_response_enc", "request_object_signing_alg",
			"request_object_encryption_alg", "request_object_encryption_enc", "authorization_signed_response_alg",
			"authorization_encrypted_response_alg", "authorization_encrypted_response_enc",
			"introspection_signed_response_alg", "introspection_encrypted_response_alg",
			"introspection_encrypted_response_enc", "backchannel_logout_uri", "frontchannel_logout_uri");

	private static final Set<String> NOT_TRUE = Set.of("tls_client_certificate_bound_access_tokens",
			"require_signed_request_object", "backchannel_logout_session_required",
			"frontchannel_logout_session_required");

	private static final Map<String, String> ONLY = Map.of("subject_type", "public", "id_token_signed_response_alg",
			"RS256");

	private UnsupportedMetadata() {
	}

	/**
	 * Refuses unsupported metadata.
	 * @throws RefusedMetadataException about the unsupported property
	 */
	static void refuse(RegistrationJson registrationJson) {
		NEVER.stream().filter(registrationJson::has).sorted().findFirst().ifPresent((name) -> {
			throw RefusedMetadataException.about(name, "is not supported");
		});
		NOT_TRUE.stream().filter(registrationJson::flag).sorted().findFirst().ifPresent((name) -> {
			throw RefusedMetadataException.about(name, "is not supported");
		});
		ONLY.forEach((name, value) -> {
			if (registrationJson.has(name) && !value.equals(registrationJson.text(name))) {
				throw RefusedMetadataException.about(name, "must be " + value);
			}
		});
	}

}
