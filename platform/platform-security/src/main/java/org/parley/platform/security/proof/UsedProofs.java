package org.parley.platform.security.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The proofs that were shown to this instance, for as long as they would count. Only
 * proofs that are right in all else come here, each for a token that counts, so that the
 * gateway's limits bound how many there are; none is forgotten early, or it would count
 * again.
 */
final class UsedProofs {

	private final Cache<String, Boolean> known;

	/**
	 * None yet.
	 * @param kept longer than any proof counts
	 */
	UsedProofs(Duration kept) {
		this.known = Caffeine.newBuilder().expireAfterWrite(kept).build();
	}

	/** Spends a proof; false when it was before. */
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
