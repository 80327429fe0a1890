package org.parley.auth.oauth.registration;

import java.util.Map;

import org.parley.platform.web.problem.FieldProblem;

/**
 * What a program says of itself is not taken.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3.2.2">RFC 7591, 3.2.2</a>
 */
final class RefusedMetadataException extends RuntimeException {

	private static final String REDIRECT_URIS = "redirect_uris";

	/** What our own API calls it, and what the standard does. */
	private static final Map<String, String> NAMES = Map.of("name", "client_name", "homePage", "client_uri", "logoUrl",
			"logo_uri", "redirectUris", REDIRECT_URIS, "postLogoutRedirectUris", "post_logout_redirect_uris", "scopes",
			"scope", "kind", "grant_types");

	private final String error;

	private RefusedMetadataException(String error, String description) {
		super(description);
		this.error = error;
	}

	/** One property is at fault. */
	static RefusedMetadataException about(String property, String message) {
		return new RefusedMetadataException(
				property.equals(REDIRECT_URIS) ? "invalid_redirect_uri" : "invalid_client_metadata",
				property + " " + message);
	}

	/** Our own rules refuse it. */
	static RefusedMetadataException of(FieldProblem fault) {
		return about(NAMES.getOrDefault(fault.field(), fault.field()), fault.message());
	}

	static RefusedMetadataException noObject() {
		return new RefusedMetadataException("invalid_client_metadata", "the body must be a JSON object");
	}

	Map<String, String> body() {
		return Map.of("error", this.error, "error_description", String.valueOf(getMessage()));
	}

}
