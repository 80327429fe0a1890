package org.parley.auth.oauth.grant;

import org.parley.platform.domain.Sha256;

/**
 * Placeholder for a token of which only the hash is stored. It identifies no grant when
 * presented, as the lookup hashes the presented text again.
 */
final class HashedTokenPlaceholder {

	private static final String PREFIX = "kept as a hash: ";

	private HashedTokenPlaceholder() {
	}

	static String of(String hash) {
		return PREFIX + hash;
	}

	/** The hash of a token or of its placeholder. */
	static String hash(String value) {
		return value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : Sha256.hex(value);
	}

}
