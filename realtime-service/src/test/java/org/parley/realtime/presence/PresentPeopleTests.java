package org.parley.realtime.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Caller;
import org.parley.realtime.session.RecordingConnection;
import org.parley.realtime.session.SocketIdentity;
import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.SocketSessions;
import org.parley.realtime.session.TestSessions;

import static org.assertj.core.api.Assertions.assertThat;

class PresentPeopleTests {

	private static final PresenceSettings SETTINGS = new PresenceSettings(Duration.ofSeconds(2), Duration.ofSeconds(20),
			Duration.ofMinutes(10), Duration.ofDays(30));

	private Instant now = Instant.parse("2026-11-22T12:00:00Z");

	private final SocketSessions socketSessions = TestSessions.sessions(2, () -> this.now);

	private final PresentPeople presentPeople = new PresentPeople(this.socketSessions, SETTINGS, () -> this.now);

	@Test
	void personWithSocketIsActive() {
		open(person("anna"));
		assertThat(this.presentPeople.find()).isEqualTo(Map.of("anna", true));
	}

	@Test
	void personAwayOnOneOfTwoSocketsIsActive() {
		open(person("anna")).setAway(true);
		var second = open(person("anna"));
		assertThat(this.presentPeople.find()).isEqualTo(Map.of("anna", true));
		second.setAway(true);
		assertThat(this.presentPeople.find()).isEqualTo(Map.of("anna", false));
		second.setAway(false);
		assertThat(this.presentPeople.find()).isEqualTo(Map.of("anna", true));
	}

	@Test
	void silentPersonIsAwayUntilNextActivity() {
		var socketSession = open(person("anna"));
		this.now = this.now.plus(Duration.ofMinutes(10));
		assertThat(this.presentPeople.find()).isEqualTo(Map.of("anna", false));
		socketSession.markActive();
		assertThat(this.presentPeople.find()).isEqualTo(Map.of("anna", true));
	}

	@Test
	void personWithoutOpenSocketIsAbsent() {
		var socketSession = open(person("anna"));
		this.socketSessions.close(socketSession.id());
		assertThat(this.presentPeople.find()).isEmpty();
	}

	@Test
	void guestsApplicationsAndTokensWithoutChatShowNobody() {
		open(SocketIdentity.GUEST);
		open(identity(new Caller("app", "", "", "", Set.of(), Set.of("chat:read"))));
		open(identity(new Caller("berta", "berta", "Berta", "session", Set.of("user"), Set.of("threads:read"))));
		assertThat(this.presentPeople.find()).isEmpty();
	}

	private SocketSession open(SocketIdentity identity) {
		var socketSession = this.socketSessions.open(UUID.randomUUID(), new RecordingConnection(0), "192.0.2.1");
		this.socketSessions.identify(socketSession, identity);
		return socketSession;
	}

	private static SocketIdentity person(String id) {
		return identity(new Caller(id, id, id, "session", Set.of("user"), Set.of("chat:read")));
	}

	private static SocketIdentity identity(Caller caller) {
		return new SocketIdentity(caller, 1, Instant.MAX, "");
	}

}
