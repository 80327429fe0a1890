package org.parley.chat.recent;

import java.util.List;
import java.util.Map;

/**
 * The messages of a conversation that were accepted without the database.
 *
 * @param messages the latest messages, oldest first
 * @param isComplete whether there are no earlier ones
 */
public record RecentAccepted(List<String> messages, boolean isComplete) {

	static final RecentAccepted NONE = new RecentAccepted(List.of(), true);

	/** The field that {@code accept.lua} adds when it drops the earliest message. */
	private static final String DROPPED = "~";

	/** Sorts the messages by their ids, which begin with the time. */
	static RecentAccepted of(Map<String, String> byId) {
		var messages = byId.entrySet()
			.stream()
			.filter((one) -> !one.getKey().equals(DROPPED))
			.sorted(Map.Entry.comparingByKey())
			.map(Map.Entry::getValue)
			.toList();
		return new RecentAccepted(messages, !byId.containsKey(DROPPED));
	}

}
