package org.parley.auth.account.scim;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Refuses a request of a directory.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.12">RFC 7644, 3.12</a>
 */
final class ScimException extends RuntimeException {

	private final HttpStatus status;

	private final @Nullable String scimType;

	ScimException(HttpStatus status, @Nullable String scimType, String detail) {
		super(detail);
		this.status = status;
		this.scimType = scimType;
	}

	/** 400 with a keyword of the standard. */
	static ScimException invalid(String scimType, String detail) {
		return new ScimException(HttpStatus.BAD_REQUEST, scimType, detail);
	}

	static ScimException value(String attribute, String message) {
		return invalid("invalidValue", "%s %s.".formatted(attribute, message));
	}

	static ScimException notFound(String id) {
		return new ScimException(HttpStatus.NOT_FOUND, null, "Resource %s does not exist.".formatted(id));
	}

	HttpStatus status() {
		return this.status;
	}

	@Nullable String scimType() {
		return this.scimType;
	}

	String detail() {
		return String.valueOf(getMessage());
	}

}
