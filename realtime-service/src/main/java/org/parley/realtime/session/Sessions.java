package org.parley.realtime.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

	private final Map<String, Set<Session>> byPerson = new ConcurrentHashMap<>();

	private final SessionSettings settings;

	private final InstantSource clock;

	Sessions(SessionSettings settings, InstantSource clock, MeterRegistry meters) {
		this.settings = settings;
		this.clock = clock;
		Gauge.builder("parley.realtime.sockets", this.open, Map::size)
			.description("Sockets that are open on this instance")
			.register(meters);
		Gauge.builder("parley.realtime.people", this.byPerson, Map::size)
			.description("People who are signed in on this instance")
			.register(meters);
	}

	/** Begins a session; whose is not known yet. */
	public Session open(UUID id, Wire wire) {
		var session = new Session(id, wire, this.settings, this.clock);
		this.open.put(id, session);
		return session;
	}

	public Optional<Session> find(UUID id) {
		return Optional.ofNullable(this.open.get(id));
	}

	/** Those of a person, while they are open. */
	public Collection<Session> of(String userId) {
		return List.copyOf(this.byPerson.getOrDefault(userId, Set.of()));
	}

	public Collection<Session> all() {
		return List.copyOf(this.open.values());
	}

	/** Those whose tokens have ended. */
	public List<Session> expiredAt(Instant now) {
		return this.open.values().stream().filter((session) -> !session.identity().expiresAt().isAfter(now)).toList();
	}

	/** Learns who is behind a socket, or that they go on with another token. */
	public void identify(Session session, Identity identity) {
		session.identify(identity);
		this.byPerson.compute(identity.userId(), (_, others) -> {
			var all = (others != null) ? others : ConcurrentHashMap.<Session>newKeySet();
			all.add(session);
			return all;
		});
		if (session.isClosed()) {
			forget(session);
		}
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

	private void forget(Session session) {
		this.byPerson.computeIfPresent(session.identity().userId(), (_, others) -> {
			others.remove(session);
			return others.isEmpty() ? null : others;
		});
	}

}
