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

	private static final String MARK = "~";

	/** Ids begin with the time. */
	static RecentAccepted of(Map<String, String> byId) {
		var messages = byId.entrySet()
			.stream()
			.filter((one) -> !one.getKey().equals(MARK))
			.sorted(Map.Entry.comparingByKey())
			.map(Map.Entry::getValue)
			.toList();
		return new RecentAccepted(messages, !byId.containsKey(MARK));
	}

}
