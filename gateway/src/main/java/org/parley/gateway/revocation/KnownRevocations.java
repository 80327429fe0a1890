package org.parley.gateway.revocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.gateway.token.TokenRevocationCheck;
import org.parley.gateway.token.VerifiedAccessToken;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * All revocations of unexpired tokens, in memory. Revocations only accumulate, so their
 * order, repetitions and sources do not matter.
 */
@Component
@EnableConfigurationProperties(GatewayRevocationSettings.class)
class KnownRevocations implements TokenRevocationCheck {

	private final Cache<String, Boolean> sessions;

	private final Cache<String, Integer> versions;

	@Autowired
	KnownRevocations(GatewayRevocationSettings settings, MeterRegistry meters) {
		this(settings, meters, Ticker.systemTicker());
	}

	KnownRevocations(GatewayRevocationSettings settings, MeterRegistry meters, Ticker ticker) {
		// Never limited by size, since a dropped revocation would make tokens valid
		// again.
		this.sessions = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(settings.kept()).build();
		this.versions = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(settings.kept()).build();
		Gauge.builder("parley.gateway.revocations.known", this, KnownRevocations::size)
			.description("revocations of unexpired tokens")
			.register(meters);
	}

	void add(GatewayRevocation gatewayRevocation) {
		if (gatewayRevocation.sid() != null) {
			this.sessions.put(gatewayRevocation.sid(), true);
		}
		if (gatewayRevocation.userId() != null && gatewayRevocation.ver() != null) {
			this.versions.asMap().merge(gatewayRevocation.userId(), gatewayRevocation.ver(), Math::max);
		}
	}

	@Override
	public boolean refuses(VerifiedAccessToken token) {
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
