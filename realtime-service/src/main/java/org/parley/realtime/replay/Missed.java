package org.parley.realtime.replay;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What happened in a room while somebody was away.
 *
 * @param position where the log ends now; null when nobody knows
 * @param complete whether nothing is missing
 * @param entries in their order
 */
public record Missed(@Nullable Long position, boolean complete, List<Entry> entries) {

	/** Nobody knows what was missed. */
	static final Missed UNKNOWN = new Missed(null, false, List.of());

	static Missed of(List<String> answer) {
		return new Missed(Long.valueOf(answer.get(0)), answer.get(1).equals("1"),
				answer.stream().skip(2).map(Entry::of).toList());
	}

}
