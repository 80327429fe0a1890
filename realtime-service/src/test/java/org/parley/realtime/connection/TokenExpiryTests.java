package org.parley.realtime.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Caller;
import org.parley.realtime.session.RecordingConnection;
import org.parley.realtime.session.SocketIdentified;
import org.parley.realtime.session.SocketIdentity;
import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.SocketSessions;
import org.parley.realtime.session.TestSessions;
import org.parley.realtime.task.ManualTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class TokenExpiryTests {

	private final ManualTaskScheduler scheduler = new ManualTaskScheduler();

	private final SocketSessions socketSessions = TestSessions.sessions(this.scheduler::now,
			(event) -> tell((SocketIdentified) event));

	private final TokenExpiry expiry = new TokenExpiry(this.socketSessions, this.scheduler::now, this.scheduler);

	private final RecordingConnection connection = new RecordingConnection(1);

	private SocketSession session;

	@BeforeEach
	void open() {
		this.session = this.socketSessions.open(UUID.randomUUID(), this.connection, "192.0.2.1");
	}

	@Test
	void socketWithoutTokenCausesNoWakeUp() {
		assertThat(this.scheduler.pass(Duration.ofDays(1))).isZero();
	}

	@Test
	void tokenCausesOneWakeUpWhenItExpires() {
		identify(Duration.ofMinutes(15));
		assertThat(this.scheduler.pass(Duration.ofMinutes(15).minusMillis(1))).isZero();
		assertThat(this.connection.isCut()).isFalse();
		assertThat(this.scheduler.pass(Duration.ofMillis(1))).isOne();
		assertThat(this.connection.isCut()).isTrue();
		this.socketSessions.close(this.session.id());
		this.scheduler.pass(Duration.ofSeconds(1));
		assertThat(this.scheduler.pass(Duration.ofDays(1))).isZero();
	}

	@Test
	void renewedTokenKeepsSocketUntilItExpires() {
		identify(Duration.ofMinutes(15));
		this.scheduler.pass(Duration.ofMinutes(10));
		identify(Duration.ofMinutes(15));
		this.scheduler.pass(Duration.ofMinutes(15).minusMillis(1));
		assertThat(this.connection.isCut()).isFalse();
		this.scheduler.pass(Duration.ofMillis(1));
		assertThat(this.connection.isCut()).isTrue();
	}

	@Test
	void tokenWithoutExpiryClosesSocketAtOnce() {
		identify(Instant.MIN);
		assertThat(this.scheduler.pass(Duration.ZERO)).isOne();
		assertThat(this.connection.isCut()).isTrue();
	}

	private void tell(SocketIdentified event) {
		this.expiry.on(event);
	}

	private void identify(Duration lifetime) {
		identify(this.scheduler.now().plus(lifetime));
	}

	private void identify(Instant expiresAt) {
		var caller = new Caller("anna", "anna", "anna", "session", Set.of("user"), Set.of("parley"));
		this.socketSessions.identify(this.session, new SocketIdentity(caller, 1, expiresAt, "token"));
	}

}
