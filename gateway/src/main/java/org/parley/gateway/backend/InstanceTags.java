package org.parley.gateway.backend;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Short public names of instances, which are equal on every gateway. They are too short
 * to reveal addresses: thousands of addresses have the same name.
 */
final class InstanceTags {

	private static final int LENGTH = 4;

	private InstanceTags() {
	}

	static List<String> of(List<URI> addresses) {
		for (var salt = 0;; salt++) {
			var salted = salt + " ";
			var tags = addresses.stream().map((address) -> tag(salted + address.getAuthority())).toList();
			if (tags.stream().distinct().count() == addresses.stream().map(URI::getAuthority).distinct().count()) {
				return tags;
			}
		}
	}

	private static String tag(String text) {
		try {
			var digest = MessageDigest.getInstance("SHA-256")
				.digest(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, LENGTH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
