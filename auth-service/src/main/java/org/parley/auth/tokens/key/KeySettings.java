package org.parley.auth.tokens.key;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The phases of a signing key.
 *
 * @param ahead how long a key is published before it may sign, at least 11 minutes;
 * longer than any cache of the keys
 * @param lifetime how long a key signs
 * @param overlap how long a retired key stays published, at least two minutes longer than
 * the lifetime of access tokens
 */
@ConfigurationProperties("parley.keys")
record KeySettings(@DefaultValue("1h") Duration ahead, @DefaultValue("30d") Duration lifetime,
		@DefaultValue("30m") Duration overlap) {

	/** 1 min in other instances, 5 min in HTTP caches, 5 min in services. */
	private static final Duration CACHES = Duration.ofMinutes(11);

	/** 1 min cache in other instances, 1 min clock skew. */
	private static final Duration SKEW = Duration.ofMinutes(2);

	KeySettings {
		if (ahead.compareTo(CACHES) < 0) {
			throw new IllegalArgumentException(
					"parley.keys.ahead must be at least 11 minutes: services cache the keys that long");
		}
		if (lifetime.compareTo(ahead) < 0) {
			throw new IllegalArgumentException("parley.keys.lifetime must not be shorter than parley.keys.ahead");
		}
	}

	/** Checks that retired keys stay published for longer than tokens are valid. */
	void requireOverlapOf(Duration tokenLifetime) {
		if (tokenLifetime.plus(SKEW).compareTo(this.overlap) > 0) {
			throw new IllegalStateException(
					"parley.keys.overlap must exceed parley.sessions.access-token by two minutes; otherwise tokens outlive their key");
		}
	}

}
