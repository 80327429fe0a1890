package org.parley.chat.message;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A recent message with everybody's reactions.
 *
 * @param reactions the emoji of each person, in the order of the reactions; null if they
 * are too many to keep
 */
public record RecentMessage(Message message, @Nullable Map<String, List<String>> reactions) {

	/** The number of reactions that are kept with a message. */
	public static final int MAX_REACTIONS = 50;

	/** Whether the reactions of a message are few enough to keep. */
	public static boolean isKept(Message message) {
		return message.shownReactions().values().stream().mapToInt(Integer::intValue).sum() <= MAX_REACTIONS;
	}

	/** A message whose reactions are not known, unless it has none. */
	public static RecentMessage of(Message message) {
		return new RecentMessage(message, message.shownReactions().isEmpty() ? Map.of() : null);
	}

}
