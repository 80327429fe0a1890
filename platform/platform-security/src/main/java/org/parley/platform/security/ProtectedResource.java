package org.parley.platform.security;

import java.util.List;

import org.parley.platform.security.proof.ProofChallenge;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadataClaimNames;

/**
 * The metadata of the API as a protected resource: one resource at the public address,
 * independent of the answering service.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728">RFC 9728</a>
 */
final class ProtectedResource {

	private static final String METADATA = "/.well-known/oauth-protected-resource";

	/** Characters that an error description must not contain (RFC 6750, section 3). */
	private static final String NOT_QUOTABLE = "[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]";

	private final String address;

	ProtectedResource(String publicUrl) {
		this.address = publicUrl;
	}

	/** Answers with the resource, its authorization server and supported methods. */
	void describe(OAuth2ProtectedResourceMetadata.Builder said) {
		said.resource(this.address)
			.authorizationServers(List::clear)
			.authorizationServer(this.address)
			.claim("dpop_signing_alg_values_supported", ProofChallenge.ALGORITHMS)
			.claims((claims) -> claims
				.remove(OAuth2ProtectedResourceMetadataClaimNames.TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS));
	}

	/**
	 * The challenge for a request without a token, whose client may not know yet where
	 * tokens come from.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728#section-5.1">RFC 9728, section
	 * 5.1</a>
	 */
	String challenge() {
		return "Bearer " + metadata();
	}

	/**
	 * The challenge for an invalid bearer token.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section
	 * 3</a>
	 */
	String challenge(OAuth2Error error) {
		var description = String.valueOf(error.getDescription()).replaceAll(NOT_QUOTABLE, "");
		return "Bearer error=\"%s\", error_description=\"%s\", error_uri=\"%s\", %s".formatted(error.getErrorCode(),
				description, "https://www.rfc-editor.org/rfc/rfc6750#section-3.1", metadata());
	}

	private String metadata() {
		return "resource_metadata=\"%s\"".formatted(this.address.replaceAll("/$", "") + METADATA);
	}

}
