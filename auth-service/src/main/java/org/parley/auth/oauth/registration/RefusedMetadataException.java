package org.parley.auth.oauth.registration;

import java.util.Map;

import org.parley.platform.domain.FieldProblem;

/**
 * Invalid client metadata.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3.2.2">RFC 7591, 3.2.2</a>
 */
final class RefusedMetadataException extends RuntimeException {

	private static final String REDIRECT_URIS = "redirect_uris";

	/** RFC 7591 names of properties of our API. */
	private static final Map<String, String> NAMES = Map.of("name", "client_name", "homePage", "client_uri", "logoUrl",
			"logo_uri", "redirectUris", REDIRECT_URIS, "postLogoutRedirectUris", "post_logout_redirect_uris", "scopes",
			"scope", "kind", "grant_types");

	private final String error;

	private RefusedMetadataException(String error, String description) {
		super(description);
		this.error = error;
	}

	/** A property is invalid. */
	static RefusedMetadataException about(String property, String message) {
		return new RefusedMetadataException(
				property.equals(REDIRECT_URIS) ? "invalid_redirect_uri" : "invalid_client_metadata",
				property + " " + message);
	}

	/** A rule of our API refuses a property. */
	static RefusedMetadataException of(FieldProblem fault) {
		return about(NAMES.getOrDefault(fault.field(), fault.field()), fault.message());
	}

	static RefusedMetadataException notAnObject() {
		return new RefusedMetadataException("invalid_client_metadata", "the body must be a JSON object");
	}

	Map<String, String> body() {
		return Map.of("error", this.error, "error_description", String.valueOf(getMessage()));
	}

}
