package org.parley.realtime.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.session.RecordingConnection;
import org.parley.realtime.session.SocketIdentified;
import org.parley.realtime.session.SocketIdentity;
import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.SocketSessions;
import org.parley.realtime.session.TestSessions;
import org.parley.realtime.task.ManualTaskScheduler;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The beats of an instance that has Redis for itself, in a time that tests let pass. */
class PresenceHeartbeatIT extends RealtimeIT {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final ManualTaskScheduler scheduler = new ManualTaskScheduler();

	private final String person = Ids.next();

	private final SocketSessions socketSessions = TestSessions.sessions(this.scheduler::now,
			(event) -> tell((SocketIdentified) event));

	@Autowired
	private PresencePreferences preferences;

	@Autowired
	private AnnouncePresence announcePresence;

	private PresenceStore store;

	private PresenceHeartbeat heartbeat;

	@BeforeEach
	void createInstance() {
		var settings = new PresenceSettings(Duration.ofSeconds(2), Duration.ofHours(1), Duration.ofDays(1),
				Duration.ofDays(30));
		this.store = new PresenceStore(this.redis, settings, this.prefix + Ids.next() + ":");
		this.heartbeat = new PresenceHeartbeat(new PresentPeople(this.socketSessions, settings, this.scheduler::now),
				this.preferences, this.store, this.announcePresence, settings, this.scheduler);
		this.heartbeat.wake();
		this.scheduler.pass(Duration.ofSeconds(90));
	}

	@Test
	void instanceBeatsOncePerMinuteWhileNobodyIsConnected() {
		assertThat(this.scheduler.pass(MINUTE.multipliedBy(10))).isEqualTo(10);
	}

	@Test
	void personIsOnlineTwoSecondsAfterRestAndEndsIt() {
		connect("chat:read");
		assertThat(this.scheduler.pass(Duration.ofSeconds(2))).isOne();
		assertThat(this.store.find(Set.of(this.person))).extracting(Presence::state)
			.containsExactly(PresenceState.ONLINE);
		assertThat(this.scheduler.pass(MINUTE)).isEqualTo(30);
	}

	@Test
	void socketThatShowsNoPresenceLeavesInstanceAtRest() {
		connect("threads:read");
		assertThat(this.scheduler.pass(MINUTE)).isOne();
	}

	@Test
	void instanceBeatsForPeopleOfOthersUntilNobodyIsConnected() {
		this.store.refresh(Map.of(this.person, true));
		this.heartbeat.wake();
		assertThat(this.scheduler.pass(MINUTE)).isEqualTo(30);
		this.store.remove(this.person);
		this.scheduler.pass(Duration.ofSeconds(2));
		assertThat(this.scheduler.pass(MINUTE)).isOne();
	}

	@Test
	void closedSocketKeepsBeatsUntilItsPersonIsOffline() {
		var session = connect("chat:read");
		this.scheduler.pass(Duration.ofSeconds(2));
		this.socketSessions.close(session.id());
		assertThat(this.scheduler.pass(MINUTE)).isEqualTo(30);
	}

	@Test
	void newsWhileInstanceBeatsCausesNoFurtherBeat() {
		connect("chat:read");
		this.scheduler.pass(Duration.ofSeconds(2));
		this.heartbeat.wake();
		this.heartbeat.wake();
		assertThat(this.scheduler.pass(Duration.ofSeconds(2))).isOne();
	}

	private void tell(SocketIdentified event) {
		this.heartbeat.on(event);
	}

	private SocketSession connect(String scope) {
		var session = this.socketSessions.open(UUID.randomUUID(), new RecordingConnection(0), "192.0.2.1");
		var caller = new Caller(this.person, "anna", "anna", "session", Set.of("user"), Set.of(scope));
		this.socketSessions.identify(session, new SocketIdentity(caller, 1, Instant.MAX, ""));
		return session;
	}

}
