package org.parley.gateway.revocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.gateway.token.AccessToken;
import org.parley.gateway.token.Refusals;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * All revocations that may still refuse a token, in memory. They only ever add up, so it
 * does not matter in what order, how often or on which way one comes.
 */
@Component
@EnableConfigurationProperties(RevocationSettings.class)
class Revocations implements Refusals {

	private final Cache<String, Boolean> sessions;

	private final Cache<String, Integer> versions;

	@Autowired
	Revocations(RevocationSettings settings, MeterRegistry meters) {
		this(settings, meters, Ticker.systemTicker());
	}

	Revocations(RevocationSettings settings, MeterRegistry meters, Ticker ticker) {
		// Never bounded by size: what is forgotten would count again.
		this.sessions = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(settings.kept()).build();
		this.versions = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(settings.kept()).build();
		Gauge.builder("parley.gateway.revocations.known", this, Revocations::size)
			.description("revocations that may still refuse a token")
			.register(meters);
	}

	void add(Revocation revocation) {
		if (revocation.sid() != null) {
			this.sessions.put(revocation.sid(), true);
		}
		if (revocation.userId() != null && revocation.ver() != null) {
			this.versions.asMap().merge(revocation.userId(), revocation.ver(), Math::max);
		}
	}

	@Override
	public boolean refuses(AccessToken token) {
		if (token.session() != null && this.sessions.getIfPresent(token.session()) != null) {
			return true;
		}
		Integer lowest = this.versions.getIfPresent(token.subject());
		return lowest != null && token.version() < lowest;
	}

	private long size() {
		return this.sessions.estimatedSize() + this.versions.estimatedSize();
	}

}
