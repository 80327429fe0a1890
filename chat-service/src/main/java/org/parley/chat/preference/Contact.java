package org.parley.chat.preference;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a person may write to others. */
enum Contact {

	OPEN, BLOCKED, NOT_ACCEPTED;

	/**
	 * Returns those who do not accept messages from a person.
	 * @param selective the preferences of those who do not accept everyone
	 * @param followersOf finds those of some people who follow the person
	 */
	static Set<String> refusing(List<ChatPreference> selective, Function<Collection<String>, Set<String>> followersOf) {
		var choosing = selective.stream()
			.filter((preference) -> preference.writers() == AllowedWriters.FOLLOWING)
			.map(ChatPreference::id)
			.toList();
		var accepting = followersOf.apply(choosing);
		return selective.stream()
			.map(ChatPreference::id)
			.filter((id) -> !choosing.contains(id) || !accepting.contains(id))
			.collect(Collectors.toSet());
	}

}
