package org.parley.platform.web;

import org.jspecify.annotations.Nullable;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/**
 * The precondition of a PATCH or DELETE, as a controller argument. Without the header it
 * accepts every version.
 *
 * <p>
 * It compares versions, not bytes: proxies that compress answers make their strong tags
 * weak, but such a tag names the same version. This is the one exception from the strong
 * comparison of the RFC.
 *
 * @param header the values of {@code If-Match} with commas between them, or null
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match">RFC 9110,
 * 13.1.1</a>
 */
public record IfMatch(@Nullable String header) {

	/** Accepts every version. */
	public static final IfMatch ANY = new IfMatch(null);

	/**
	 * Refuses with 412 unless the header is absent, {@code *}, or contains this version.
	 */
	public void require(long version) {
		if (header == null || header.equals("*")) {
			return;
		}
		for (var tag : header.split(",", -1)) {
			if (tag.strip().replaceFirst("^W/", "").startsWith("\"" + version + ".")) {
				return;
			}
		}
		throw new RefusalException(RefusalKind.STALE, "request.precondition-failed",
				"The resource was changed since you read it. Read it again, then repeat your change.");
	}

}
