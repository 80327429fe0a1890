package org.parley.forum.rights;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** What a cell of the table says, and which situations show whether it is so. */
enum Condition {

	ALWAYS("✓", EnumSet.of(Situation.OPEN), Set.of()),

	NEVER("–", Set.of(), EnumSet.of(Situation.OPEN)),

	WHILE_OPEN("while open", EnumSet.of(Situation.OPEN), EnumSet.of(Situation.LOCKED, Situation.ARCHIVED)),

	WHILE_UNANSWERED("while open and unanswered", EnumSet.of(Situation.OPEN),
			EnumSet.of(Situation.ANSWERED, Situation.LOCKED, Situation.ARCHIVED)),

	UNLESS_ARCHIVED("unless archived", EnumSet.of(Situation.OPEN, Situation.LOCKED), EnumSet.of(Situation.ARCHIVED)),

	AS_READ_SAYS("as `read` says", EnumSet.range(Situation.EVERYONE_READS, Situation.ADMINS_READ), Set.of()),

	AS_POST_SAYS("as `post` says", EnumSet.range(Situation.MEMBERS_POST, Situation.ADMINS_POST), Set.of());

	private final String words;

	private final Set<Situation> allowed;

	private final Set<Situation> refused;

	Condition(String words, Set<Situation> allowed, Set<Situation> refused) {
		this.words = words;
		this.allowed = allowed;
		this.refused = refused;
	}

	static Condition of(String words) {
		return Stream.of(values())
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
