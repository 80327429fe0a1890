package org.parley.realtime.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sessions grouped by a common key. */
final class SessionGroups {

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
