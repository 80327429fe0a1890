package org.parley.platform.security.revocation;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;

/**
 * All revocations of unexpired tokens, in memory. Revocations only accumulate, so their
 * order, repetitions and sources do not matter. Each is published within the application
 * once it is in force.
 */
public final class Revocations {

	private final Cache<String, Boolean> sessions;

	private final Cache<String, Long> versions;

	private final ApplicationEventPublisher events;

	Revocations(Duration kept, Ticker ticker, ApplicationEventPublisher events) {
		// Never limited by size, since a dropped revocation would make tokens valid
		// again.
		this.sessions = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(kept).build();
		this.versions = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(kept).build();
		this.events = events;
	}

	public void add(Revocation revocation) {
		if (revocation.sid() != null) {
			this.sessions.put(revocation.sid(), true);
		}
		if (revocation.userId() != null && revocation.ver() != null) {
			this.versions.asMap().merge(revocation.userId(), revocation.ver(), Math::max);
		}
		this.events.publishEvent(revocation);
	}

	/**
	 * Whether a token is revoked.
	 * @param session the token's session; null if it has none
	 */
	public boolean contain(String userId, @Nullable String session, long version) {
		if (session != null && this.sessions.getIfPresent(session) != null) {
			return true;
		}
		Long lowest = this.versions.getIfPresent(userId);
		return lowest != null && version < lowest;
	}

	long size() {
		return this.sessions.estimatedSize() + this.versions.estimatedSize();
	}

}
