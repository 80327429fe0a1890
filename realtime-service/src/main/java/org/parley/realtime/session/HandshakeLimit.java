package org.parley.realtime.session;

import java.time.Duration;
import java.time.InstantSource;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * How many connections one address may begin: so many a second, and, counted with those
 * that never say who they are, twice as many at a time as may be admitted.
 */
@Component
public class HandshakeLimit {

	private static final Duration REMEMBERED = Duration.ofMinutes(1);

	private static final int ADDRESSES = 100_000;

	private final Cache<String, SocketThrottle> throttles = Caffeine.newBuilder()
		.expireAfterAccess(REMEMBERED)
		.maximumSize(ADDRESSES)
		.build();

	private final SocketSessions socketSessions;

	private final SocketSessionSettings settings;

	private final InstantSource clock;

	HandshakeLimit(SocketSessions socketSessions, SocketSessionSettings settings, InstantSource clock) {
		this.socketSessions = socketSessions;
		this.settings = settings;
		this.clock = clock;
	}

	/** Whether an address may begin one more; counts it. */
	public boolean admits(String address) {
		var throttle = this.throttles.get(address, (_) -> new SocketThrottle(this.settings.handshakes(), this.clock));
		return throttle.admits() && this.socketSessions.countOf(address) < 2 * this.settings.perAddress();
	}

}
