package org.parley.realtime.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** All sockets of this instance. */
@Component
@EnableConfigurationProperties(SessionSettings.class)
public class Sessions {

	private final Map<UUID, Session> open = new ConcurrentHashMap<>();

	private final SessionGroups byPerson = new SessionGroups();

	private final SessionGroups byAddress = new SessionGroups();

	private final SessionGroups begunByAddress = new SessionGroups();

	private final SessionSettings settings;

	private final InstantSource clock;

	Sessions(SessionSettings settings, InstantSource clock, MeterRegistry meters) {
		this.settings = settings;
		this.clock = clock;
		Gauge.builder("parley.realtime.sockets", this.open, Map::size)
			.description("Sockets that are open on this instance")
			.register(meters);
		Gauge.builder("parley.realtime.people", this.byPerson, SessionGroups::size)
			.description("People who are signed in on this instance")
			.register(meters);
	}

	/** Begins a session; whose is not known yet. */
	public Session open(UUID id, Wire wire, String address) {
		var session = new Session(id, wire, address, this.settings, this.clock);
		this.open.put(id, session);
		this.begunByAddress.add(address, session, Integer.MAX_VALUE);
		return session;
	}

	public Optional<Session> find(UUID id) {
		return Optional.ofNullable(this.open.get(id));
	}

	/** Those of a person, while they are open. */
	public Collection<Session> of(String userId) {
		return this.byPerson.of(userId);
	}

	public Collection<Session> all() {
		return List.copyOf(this.open.values());
	}

	/** Those whose tokens have ended. */
	public List<Session> expiredAt(Instant now) {
		return this.open.values().stream().filter((session) -> !session.identity().expiresAt().isAfter(now)).toList();
	}

	/** How many an address has, with those that have not said yet who they are. */
	int countOf(String address) {
		return this.begunByAddress.count(address);
	}

	/** Counts a socket for its address; false when that has as many as it may. */
	public boolean admit(Session session) {
		var admitted = this.byAddress.add(session.address(), session, this.settings.perAddress());
		forgetIfClosed(session);
		return admitted;
	}

	/**
	 * Learns who is behind a socket, or that they go on with another token; false when
	 * that person has as many sockets as they may.
	 */
	public boolean identify(Session session, Identity identity) {
		var most = identity.isPerson() ? this.settings.perPerson() : Integer.MAX_VALUE;
		if (!this.byPerson.add(identity.userId(), session, most)) {
			return false;
		}
		session.identify(identity);
		forgetIfClosed(session);
		return true;
	}

	/** Ends what is known of a socket. */
	public Optional<Session> close(UUID id) {
		var session = Optional.ofNullable(this.open.remove(id));
		session.ifPresent((closed) -> {
			closed.close();
			forget(closed);
		});
		return session;
	}

	private void forgetIfClosed(Session session) {
		if (session.isClosed()) {
			forget(session);
		}
	}

	private void forget(Session session) {
		this.byPerson.remove(session.identity().userId(), session);
		this.byAddress.remove(session.address(), session);
		this.begunByAddress.remove(session.address(), session);
	}

}
