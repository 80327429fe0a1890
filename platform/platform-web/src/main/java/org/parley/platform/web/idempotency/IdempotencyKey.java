package org.parley.platform.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.ClientAddress;

/**
 * The stored key of a request, bound to its caller and address.
 *
 * @param id a fingerprint of the caller, method, path and key; anonymous callers are
 * distinguished by their address
 */
record IdempotencyKey(String id) {

	static final String HEADER = "Idempotency-Key";

	private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,128}");

	static @Nullable IdempotencyKey of(HttpServletRequest request, Fingerprints fingerprints) {
		var key = request.getHeader(HEADER);
		if (key == null) {
			return null;
		}
		if (!ACCEPTED.matcher(key).matches()) {
			throw RefusalException.field(HEADER, "idempotency.invalid-key",
					"must be 1 to 128 visible ASCII characters");
		}
		var text = String.join("\n", callerOf(request), request.getMethod(), request.getRequestURI(), key);
		return new IdempotencyKey(fingerprints.of(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String callerOf(HttpServletRequest request) {
		var person = request.getRemoteUser();
		return (person != null) ? "person " + person : "client " + ClientAddress.of(request);
	}

}
