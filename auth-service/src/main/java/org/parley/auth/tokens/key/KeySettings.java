package org.parley.auth.tokens.key;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The life of a signing key.
 *
 * @param ahead how long a key is published before it may sign; longer than anybody
 * believes the keys that they have
 * @param lifetime how long a key signs before another one does
 * @param overlap how long a key is published after it has signed; longer than tokens live
 */
@ConfigurationProperties("parley.keys")
record KeySettings(@DefaultValue("1h") Duration ahead, @DefaultValue("30d") Duration lifetime,
		@DefaultValue("30m") Duration overlap) {

	/**
	 * A minute for the other instances, five for what lies between, five for a service.
	 */
	private static final Duration CACHES = Duration.ofMinutes(11);

	/** A minute for the other instances, one as clocks differ. */
	private static final Duration SKEW = Duration.ofMinutes(2);

	KeySettings {
		if (ahead.compareTo(CACHES) < 0) {
			throw new IllegalArgumentException(
					"parley.keys.ahead must be 11 minutes or longer: so old may be what others know of the keys");
		}
		if (lifetime.compareTo(ahead) < 0) {
			throw new IllegalArgumentException("parley.keys.lifetime must not be shorter than parley.keys.ahead");
		}
	}

	/** Refuses tokens that would outlive the key that they were signed with. */
	void requireOverlapOf(Duration token) {
		if (token.plus(SKEW).compareTo(this.overlap) > 0) {
			throw new IllegalStateException(
					"parley.keys.overlap must be two minutes longer than parley.sessions.access-token, or tokens would outlive their key");
		}
	}

}
