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
@EnableConfigurationProperties(SocketSessionSettings.class)
public class SocketSessions {

	private final Map<UUID, SocketSession> open = new ConcurrentHashMap<>();

	private final SessionGroups byPerson = new SessionGroups();

	private final SessionGroups byAddress = new SessionGroups();

	private final SessionGroups begunByAddress = new SessionGroups();

	private final SocketSessionSettings settings;

	private final InstantSource clock;

	SocketSessions(SocketSessionSettings settings, InstantSource clock, MeterRegistry meters) {
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
	public SocketSession open(UUID id, SocketConnection socketConnection, String address) {
		var socketSession = new SocketSession(id, socketConnection, address, this.settings, this.clock);
		this.open.put(id, socketSession);
		this.begunByAddress.add(address, socketSession, Integer.MAX_VALUE);
		return socketSession;
	}

	public Optional<SocketSession> find(UUID id) {
		return Optional.ofNullable(this.open.get(id));
	}

	/** Those of a person, while they are open. */
	public Collection<SocketSession> of(String userId) {
		return this.byPerson.of(userId);
	}

	public Collection<SocketSession> all() {
		return List.copyOf(this.open.values());
	}

	/** Those whose tokens have ended. */
	public List<SocketSession> expiredAt(Instant now) {
		return this.open.values()
			.stream()
			.filter((socketSession) -> !socketSession.identity().expiresAt().isAfter(now))
			.toList();
	}

	/** How many an address has, with those that have not said yet who they are. */
	int countOf(String address) {
		return this.begunByAddress.count(address);
	}

	/** Counts a socket for its address; false when that has as many as it may. */
	public boolean admit(SocketSession socketSession) {
		var admitted = this.byAddress.add(socketSession.address(), socketSession, this.settings.perAddress());
		forgetIfClosed(socketSession);
		return admitted;
	}

	/**
	 * Learns who is behind a socket, or that they go on with another token; false when
	 * that person has as many sockets as they may.
	 */
	public boolean identify(SocketSession socketSession, SocketIdentity socketIdentity) {
		var most = socketIdentity.isPerson() ? this.settings.perPerson() : Integer.MAX_VALUE;
		if (!this.byPerson.add(socketIdentity.userId(), socketSession, most)) {
			return false;
		}
		socketSession.identify(socketIdentity);
		forgetIfClosed(socketSession);
		return true;
	}

	/** Ends what is known of a socket. */
	public Optional<SocketSession> close(UUID id) {
		var socketSession = Optional.ofNullable(this.open.remove(id));
		socketSession.ifPresent((closed) -> {
			closed.close();
			forget(closed);
		});
		return socketSession;
	}

	private void forgetIfClosed(SocketSession socketSession) {
		if (socketSession.isClosed()) {
			forget(socketSession);
		}
	}

	private void forget(SocketSession socketSession) {
		this.byPerson.remove(socketSession.identity().userId(), socketSession);
		this.byAddress.remove(socketSession.address(), socketSession);
		this.begunByAddress.remove(socketSession.address(), socketSession);
	}

}
