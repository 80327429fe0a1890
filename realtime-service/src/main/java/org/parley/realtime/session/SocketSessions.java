package org.parley.realtime.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The open sockets of this instance. */
@Component
@EnableConfigurationProperties(SocketSessionSettings.class)
public class SocketSessions {

	private final Map<UUID, SocketSession> open = new ConcurrentHashMap<>();

	private final SessionGroups byUser = new SessionGroups();

	private final SessionGroups byAddress = new SessionGroups();

	private final SessionGroups openedByAddress = new SessionGroups();

	/** The threads that run tasks of sockets, closed ones included. */
	private final Set<Thread> tasks = ConcurrentHashMap.newKeySet();

	private final SocketSessionSettings settings;

	private final InstantSource clock;

	private final ApplicationEventPublisher events;

	SocketSessions(SocketSessionSettings settings, InstantSource clock, MeterRegistry meters,
			ApplicationEventPublisher events) {
		this.settings = settings;
		this.clock = clock;
		this.events = events;
		Gauge.builder("parley.realtime.sockets", this.open, Map::size)
			.description("Sockets that are open on this instance")
			.register(meters);
		Gauge.builder("parley.realtime.people", this.byUser, SessionGroups::size)
			.description("Signed-in users on this instance")
			.register(meters);
	}

	/** Opens a session of a guest. */
	public SocketSession open(UUID id, SocketConnection socketConnection, String address) {
		var socketSession = new SocketSession(id, socketConnection, address, this.settings, this.clock, this.tasks);
		this.open.put(id, socketSession);
		this.openedByAddress.add(address, socketSession, Integer.MAX_VALUE);
		return socketSession;
	}

	public Optional<SocketSession> find(UUID id) {
		return Optional.ofNullable(this.open.get(id));
	}

	/** Finds the open sockets of a user. */
	public Collection<SocketSession> findByUser(String userId) {
		return this.byUser.members(userId);
	}

	/** Returns the ids of the users who have open sockets. */
	public Set<String> users() {
		return this.byUser.keys();
	}

	public Collection<SocketSession> findAll() {
		return List.copyOf(this.open.values());
	}

	/** Waits until the tasks of all sockets have ended, or until the timeout. */
	public void awaitTasks(Duration timeout) throws InterruptedException {
		var end = System.nanoTime() + timeout.toNanos();
		for (var task : this.tasks) {
			var _ = task.join(Duration.ofNanos(end - System.nanoTime()));
		}
	}

	/** Finds the sockets whose token has expired. */
	public List<SocketSession> findExpired(Instant now) {
		return this.open.values()
			.stream()
			.filter((socketSession) -> !socketSession.identity().expiresAt().isAfter(now))
			.toList();
	}

	/** Finds when the next token of a socket expires. */
	public Optional<Instant> findNextExpiry() {
		return this.open.values()
			.stream()
			.map((socketSession) -> socketSession.identity().expiresAt())
			.filter(Instant.MAX::isAfter)
			.min(Comparator.naturalOrder());
	}

	/** Counts the sockets of an address, including those that are not admitted yet. */
	int countByAddress(String address) {
		return this.openedByAddress.count(address);
	}

	/** Admits a socket; false if its address has reached the limit. */
	public boolean admit(SocketSession socketSession) {
		var admitted = this.byAddress.add(socketSession.address(), socketSession, this.settings.perAddress());
		forgetIfClosed(socketSession);
		return admitted;
	}

	/**
	 * Sets a socket's identity and publishes it; false if the user has reached the limit.
	 */
	public boolean identify(SocketSession socketSession, SocketIdentity socketIdentity) {
		var limit = socketIdentity.isPerson() ? this.settings.perPerson() : Integer.MAX_VALUE;
		if (!this.byUser.add(socketIdentity.userId(), socketSession, limit)) {
			return false;
		}
		socketSession.identify(socketIdentity);
		forgetIfClosed(socketSession);
		this.events.publishEvent(new SocketIdentified(socketIdentity));
		return true;
	}

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
		this.byUser.remove(socketSession.identity().userId(), socketSession);
		this.byAddress.remove(socketSession.address(), socketSession);
		this.openedByAddress.remove(socketSession.address(), socketSession);
	}

	/** Sessions grouped by a common key. */
	static final class SessionGroups {

		private final Map<String, Set<SocketSession>> groups = new ConcurrentHashMap<>();

		/** Adds a session to a group; false if the group is full. */
		boolean add(String key, SocketSession socketSession, int limit) {
			var added = new AtomicBoolean();
			this.groups.compute(key, (_, others) -> {
				var all = (others != null) ? others : ConcurrentHashMap.<SocketSession>newKeySet();
				added.set(all.contains(socketSession) || (all.size() < limit && all.add(socketSession)));
				return all.isEmpty() ? null : all;
			});
			return added.get();
		}

		void remove(String key, SocketSession socketSession) {
			this.groups.computeIfPresent(key, (_, others) -> {
				others.remove(socketSession);
				return others.isEmpty() ? null : others;
			});
		}

		Collection<SocketSession> members(String key) {
			return List.copyOf(this.groups.getOrDefault(key, Set.of()));
		}

		Set<String> keys() {
			return Set.copyOf(this.groups.keySet());
		}

		int count(String key) {
			return this.groups.getOrDefault(key, Set.of()).size();
		}

		int size() {
			return this.groups.size();
		}

	}

}
