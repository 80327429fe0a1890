package org.parley.realtime.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;
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
		return Objects.requireNonNull(this.rules.get(kind)).permission(id, caller);
	}

	/** Returns those of the given rooms whose permission depends on a category. */
	public List<String> inCategory(String categoryId, Collection<String> rooms) {
		return this.rules.values().stream().flatMap((rule) -> inCategory(rule, categoryId, rooms)).toList();
	}

	private static Stream<String> inCategory(RoomRule rule, String categoryId, Collection<String> rooms) {
		var kind = rule.kind();
		var ids = rooms.stream()
			.filter((room) -> RoomKind.of(room).filter(kind::equals).isPresent())
			.map(kind::id)
			.toList();
		return rule.inCategory(categoryId, ids).stream().map(kind::room);
	}

}
