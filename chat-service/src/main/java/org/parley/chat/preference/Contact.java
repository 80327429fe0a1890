package org.parley.chat.preference;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Whether a person may write to others. */
enum Contact {

	OPEN, BLOCKED, NOT_ACCEPTED;

	/**
	 * Decides whether all others accept messages from a person whom no block separates
	 * from them.
	 * @param selective the preferences of those who do not accept everyone
	 * @param followersOf finds those of some people who follow the person
	 */
	static Contact of(List<ChatPreference> selective, Function<Collection<String>, Set<String>> followersOf) {
		var choosing = selective.stream()
			.filter((preference) -> preference.writers() == AllowedWriters.FOLLOWING)
			.map(ChatPreference::id)
			.toList();
		var isAccepted = choosing.size() == selective.size() && followersOf.apply(choosing).containsAll(choosing);
		return isAccepted ? OPEN : NOT_ACCEPTED;
	}

}
