package org.parley.realtime.replay;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The events of a room's log after an offset.
 *
 * @param position offset of the log's end; null if Redis does not answer
 * @param entries the events in order
 */
public record MissedEvents(@Nullable Long position, boolean complete, List<ReplayEntry> entries) {

	/** The result when Redis does not answer. */
	static final MissedEvents UNKNOWN = new MissedEvents(null, false, List.of());

	static MissedEvents of(List<String> answer) {
		var entries = answer.stream().skip(2).map(ReplayEntry::of).toList();
		var complete = answer.get(1).equals("1") && entries.stream().noneMatch(ReplayEntry::isTombstone);
		return new MissedEvents(Long.valueOf(answer.get(0)), complete, entries);
	}

}
