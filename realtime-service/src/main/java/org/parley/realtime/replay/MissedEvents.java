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
public record MissedEvents(@Nullable Long position, boolean complete, List<ReplayEntry> entries) {

	/** Redis does not answer. */
	static final MissedEvents UNKNOWN = new MissedEvents(null, false, List.of());

	static MissedEvents of(List<String> answer) {
		var entries = answer.stream().skip(2).map(ReplayEntry::of).toList();
		var complete = answer.get(1).equals("1") && entries.stream().noneMatch(ReplayEntry::isStone);
		return new MissedEvents(Long.valueOf(answer.get(0)), complete, entries);
	}

}
