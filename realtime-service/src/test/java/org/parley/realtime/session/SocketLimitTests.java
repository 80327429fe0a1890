package org.parley.realtime.session;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Caller;

import static org.assertj.core.api.Assertions.assertThat;

class SocketLimitTests {

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	private final SocketSessions socketSessions = TestSessions.sessions();

	@Test
	void socketBeyondAddressLimitIsRefused() {
		assertThat(this.socketSessions.admit(open("192.0.2.1"))).isTrue();
		assertThat(this.socketSessions.admit(open("192.0.2.1"))).isTrue();
		assertThat(this.socketSessions.admit(open("192.0.2.1"))).isFalse();
		assertThat(this.socketSessions.admit(open("192.0.2.2"))).isTrue();
	}

	@Test
	void closedSocketFreesItsPlace() {
		var first = open("192.0.2.1");
		this.socketSessions.admit(first);
		this.socketSessions.admit(open("192.0.2.1"));
		this.socketSessions.close(first.id());
		assertThat(this.socketSessions.admit(open("192.0.2.1"))).isTrue();
	}

	@Test
	void socketAdmittedTwiceIsCountedOnce() {
		var first = open("192.0.2.1");
		assertThat(this.socketSessions.admit(first)).isTrue();
		assertThat(this.socketSessions.admit(first)).isTrue();
		assertThat(this.socketSessions.admit(open("192.0.2.1"))).isTrue();
	}

	@Test
	void socketBeyondUserLimitIsRefused() {
		var first = open("192.0.2.1");
		assertThat(this.socketSessions.identify(first, user("anna"))).isTrue();
		assertThat(this.socketSessions.identify(first, user("anna"))).isTrue();
		var second = open("192.0.2.2");
		assertThat(this.socketSessions.identify(second, user("anna"))).isFalse();
		assertThat(second.identity().isGuest()).isTrue();
		this.socketSessions.close(first.id());
		assertThat(this.socketSessions.identify(second, user("anna"))).isTrue();
	}

	@Test
	void applicationHasNoUserLimit() {
		assertThat(this.socketSessions.identify(open("192.0.2.1"), application())).isTrue();
		assertThat(this.socketSessions.identify(open("192.0.2.2"), application())).isTrue();
	}

	@Test
	void handshakesBeyondRateAreRefused() {
		var limit = TestSessions.handshakeLimit(this.socketSessions, () -> NOW);
		for (var handshake = 0; handshake < 6; handshake++) {
			assertThat(limit.tryAcquire("192.0.2.1")).isTrue();
		}
		assertThat(limit.tryAcquire("192.0.2.1")).isFalse();
		assertThat(limit.tryAcquire("192.0.2.2")).isTrue();
	}

	@Test
	void unauthenticatedConnectionsAreLimited() {
		var limit = TestSessions.handshakeLimit(this.socketSessions, () -> NOW);
		for (var idle = 0; idle < 4; idle++) {
			open("192.0.2.1");
		}
		assertThat(limit.tryAcquire("192.0.2.1")).isFalse();
	}

	private SocketSession open(String address) {
		return this.socketSessions.open(UUID.randomUUID(), new RecordingConnection(0), address);
	}

	private static SocketIdentity user(String id) {
		return new SocketIdentity(new Caller(id, id, id, "session", Set.of("user"), Set.of("parley")), 1, Instant.MAX,
				"");
	}

	private static SocketIdentity application() {
		return new SocketIdentity(new Caller("app", "", "", "", Set.of(), Set.of("threads:read")), 1, Instant.MAX, "");
	}

}
