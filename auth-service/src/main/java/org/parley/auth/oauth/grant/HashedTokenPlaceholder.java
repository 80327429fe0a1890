package org.parley.auth.oauth.grant;

import org.parley.auth.user.digest.Sha256;

/**
 * What stands where a token was of which only the hash is kept. Nobody is given one, and
 * who presents one is known by nothing: a grant is found by the hash of what is
 * presented.
 */
final class HashedTokenPlaceholder {

	private static final String MARK = "kept as a hash: ";

	private HashedTokenPlaceholder() {
	}

	static String of(String hash) {
		return MARK + hash;
	}

	/** The hash of a token, be it there or only its stand-in. */
	static String hash(String value) {
		return value.startsWith(MARK) ? value.substring(MARK.length()) : Sha256.hex(value);
	}

}
