package org.parley.platform.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.problem.ProblemException;

/**
 * The key of a request as it is kept: nobody else's, for no other address.
 *
 * @param id a hash of person, method, address and key
 */
record IdempotencyKey(String id) {

	static final String HEADER = "Idempotency-Key";

	private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,128}");

	static @Nullable IdempotencyKey of(HttpServletRequest request) {
		var key = request.getHeader(HEADER);
		if (key == null) {
			return null;
		}
		if (!ACCEPTED.matcher(key).matches()) {
			throw ProblemException.field(HEADER, "idempotency.invalid-key", "is 1 to 128 visible ASCII characters");
		}
		var person = request.getRemoteUser();
		return new IdempotencyKey(
				hash(String.join("\n", String.valueOf(person), request.getMethod(), request.getRequestURI(), key)
					.getBytes(StandardCharsets.UTF_8)));
	}

	static String hash(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
