package org.parley.forum.rights;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The condition in a cell of the rights table, and the situations that test it.
 *
 * @param words the text of the cell
 * @param allowed situations in which the action is allowed
 * @param refused situations in which the action is refused
 */
record Condition(String words, Set<Situation> allowed, Set<Situation> refused) {

	private static final List<Condition> ALL = List.of(new Condition("✓", Set.of(Situation.OPEN), Set.of()),
			new Condition("–", Set.of(), Set.of(Situation.OPEN)),
			new Condition("while open", Set.of(Situation.OPEN), Set.of(Situation.LOCKED, Situation.ARCHIVED)),
			new Condition("while open and unanswered", Set.of(Situation.OPEN),
					Set.of(Situation.ANSWERED, Situation.LOCKED, Situation.ARCHIVED)),
			new Condition("to another moderated category", Set.of(Situation.TARGET_MODERATED), Set.of(Situation.OPEN)),
			new Condition("unless archived", Set.of(Situation.OPEN, Situation.LOCKED), Set.of(Situation.ARCHIVED)),
			new Condition("as `read` says", EnumSet.range(Situation.EVERYONE_READS, Situation.ADMINS_READ), Set.of()),
			new Condition("as `post` says", EnumSet.range(Situation.MEMBERS_POST, Situation.ADMINS_POST), Set.of()));

	static Condition of(String words) {
		return ALL.stream()
			.filter((condition) -> condition.words.equals(words))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown condition: " + words));
	}

	Stream<Situation> situations() {
		return Stream.concat(this.allowed.stream(), this.refused.stream());
	}

	/** Whether a role may act in a situation. */
	boolean allows(Role role, Situation situation) {
		return this.allowed.contains(situation) && role.compareTo(situation.lowestRole()) >= 0;
	}

}
