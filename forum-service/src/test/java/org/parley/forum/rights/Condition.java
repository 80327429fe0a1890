package org.parley.forum.rights;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a cell of the table says, and which situations show whether it is so.
 *
 * @param words of the cell
 * @param allowed where the act is to be done
 * @param refused where it is not
 */
record Condition(String words, Set<Situation> allowed, Set<Situation> refused) {

	private static final List<Condition> ALL = List.of(new Condition("✓", Set.of(Situation.OPEN), Set.of()),
			new Condition("–", Set.of(), Set.of(Situation.OPEN)),
			new Condition("while open", Set.of(Situation.OPEN), Set.of(Situation.LOCKED, Situation.ARCHIVED)),
			new Condition("while open and unanswered", Set.of(Situation.OPEN),
					Set.of(Situation.ANSWERED, Situation.LOCKED, Situation.ARCHIVED)),
			new Condition("to another of theirs", Set.of(Situation.THEIRS_AS_WELL), Set.of(Situation.OPEN)),
			new Condition("unless archived", Set.of(Situation.OPEN, Situation.LOCKED), Set.of(Situation.ARCHIVED)),
			new Condition("as `read` says", EnumSet.range(Situation.EVERYONE_READS, Situation.ADMINS_READ), Set.of()),
			new Condition("as `post` says", EnumSet.range(Situation.MEMBERS_POST, Situation.ADMINS_POST), Set.of()));

	static Condition of(String words) {
		return ALL.stream()
			.filter((condition) -> condition.words.equals(words))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No cell can say: " + words));
	}

	Stream<Situation> situations() {
		return Stream.concat(this.allowed.stream(), this.refused.stream());
	}

	/** Whether it lets a role act in a situation. */
	boolean lets(Role role, Situation situation) {
		return this.allowed.contains(situation) && role.compareTo(situation.least()) >= 0;
	}

}
