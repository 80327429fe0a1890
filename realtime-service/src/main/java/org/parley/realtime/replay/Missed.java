package org.parley.realtime.replay;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a room's log has after an offset.
 *
 * @param position up to where; null when Redis does not answer
 * @param complete whether nothing is missing
 * @param entries in their order
 */
public record Missed(@Nullable Long position, boolean complete, List<Entry> entries) {

	/** Redis does not answer. */
	static final Missed UNKNOWN = new Missed(null, false, List.of());

	static Missed of(List<String> answer) {
		var entries = answer.stream().skip(2).map(Entry::of).toList();
		var complete = answer.get(1).equals("1") && entries.stream().noneMatch(Entry::isStone);
		return new Missed(Long.valueOf(answer.get(0)), complete, entries);
	}

}
