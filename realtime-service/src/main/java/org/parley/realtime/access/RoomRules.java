package org.parley.realtime.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.realtime.kind.RoomKind;

import org.springframework.stereotype.Component;

/** The rules of all kinds of rooms. */
@Component
public class RoomRules {

	private final Map<RoomKind, RoomRule> rules;

	RoomRules(List<RoomRule> rules) {
		this.rules = rules.stream().collect(Collectors.toUnmodifiableMap(RoomRule::kind, Function.identity()));
	}

	/**
	 * Checks whether a caller may be in a room now.
	 * @param caller null for a guest
	 */
	public ReadPermission permission(RoomKind kind, String id, @Nullable Caller caller) {
		return rule(kind).permission(id, caller);
	}

	/**
	 * Returns the check whether those who hear of a room without having joined it may
	 * read what it is about now.
	 */
	public Predicate<Caller> readers(RoomKind kind, String id) {
		return rule(kind).readers(id);
	}

	/** Returns the ids of the readers who do not receive what a person does in a room. */
	public Set<String> hiddenFrom(String personId, RoomKind kind) {
		return rule(kind).hiddenFrom(personId);
	}

	/**
	 * Returns those of the given rooms whose permission depends on a category or a
	 * person.
	 */
	public List<String> dependingOn(String id, Collection<String> rooms) {
		return this.rules.values().stream().flatMap((rule) -> dependingOn(rule, id, rooms)).toList();
	}

	private RoomRule rule(RoomKind kind) {
		return Objects.requireNonNull(this.rules.get(kind));
	}

	private static Stream<String> dependingOn(RoomRule rule, String id, Collection<String> rooms) {
		var kind = rule.kind();
		var ids = rooms.stream()
			.filter((room) -> RoomKind.of(room).filter(kind::equals).isPresent())
			.map(kind::id)
			.toList();
		return rule.dependingOn(id, ids).stream().map(kind::room);
	}

}
