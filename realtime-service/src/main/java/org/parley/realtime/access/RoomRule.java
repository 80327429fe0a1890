package org.parley.realtime.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.realtime.kind.RoomKind;

/** Decides who may be in the rooms of a kind. */
public interface RoomRule {

	RoomKind kind();

	/**
	 * Checks whether a caller may be in a room now.
	 * @param caller null for a guest
	 */
	ReadPermission permission(String id, @Nullable Caller caller);

	/**
	 * Returns those of the given ids whose permission depends on a category or a person.
	 */
	List<String> dependingOn(String id, Collection<String> ids);

	/**
	 * Returns the check of those who hear of a room without having joined it: whether
	 * they may read what it is about now.
	 */
	default Predicate<Caller> readers(String id) {
		return (caller) -> permission(id, caller) == ReadPermission.GRANTED;
	}

	/** Returns the ids of the readers who do not receive what a person does in a room. */
	default Set<String> hiddenFrom(String personId) {
		return Set.of();
	}

}
