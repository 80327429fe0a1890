package org.parley.realtime.session;

import java.time.Duration;
import java.time.InstantSource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Limits the connections that an address may open: by rate, and to twice the admitted
 * number at a time, because unauthenticated connections are included.
 */
@Component
public class HandshakeLimit {

	private static final Duration EXPIRY = Duration.ofMinutes(1);

	private static final int MAX_ADDRESSES = 100_000;

	private final Cache<String, SocketThrottle> throttles = Caffeine.newBuilder()
		.expireAfterAccess(EXPIRY)
		.maximumSize(MAX_ADDRESSES)
		.build();

	private final SocketSessions socketSessions;

	private final SocketSessionSettings settings;

	private final InstantSource clock;

	HandshakeLimit(SocketSessions socketSessions, SocketSessionSettings settings, InstantSource clock) {
		this.socketSessions = socketSessions;
		this.settings = settings;
		this.clock = clock;
	}

	/** Acquires a connection for an address; false if a limit is reached. */
	public boolean tryAcquire(String address) {
		var throttle = this.throttles.get(address, (_) -> new SocketThrottle(this.settings.handshakes(), this.clock));
		return throttle.tryAcquire() && this.socketSessions.countByAddress(address) < 2 * this.settings.perAddress();
	}

}
