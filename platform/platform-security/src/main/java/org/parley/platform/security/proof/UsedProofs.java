package org.parley.platform.security.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The proofs that this instance has accepted within their validity. Only otherwise valid
 * proofs for valid tokens are added, so the gateway's rate limits bound their number. No
 * proof is removed early, since it could then be replayed.
 */
final class UsedProofs {

	private final Cache<String, Boolean> known;

	/**
	 * Creates an empty set.
	 * @param kept longer than the validity of a proof
	 */
	UsedProofs(Duration kept) {
		this.known = Caffeine.newBuilder().expireAfterWrite(kept).build();
	}

	/** Adds a proof; false when it was used before. */
	boolean spend(String key, String id) {
		return this.known.asMap().putIfAbsent(hash(key + " " + id), true) == null;
	}

	static String hash(String text) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
