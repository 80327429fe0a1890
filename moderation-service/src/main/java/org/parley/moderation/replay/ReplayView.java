package org.parley.moderation.replay;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.AuthorReference;

/**
 * A replay as moderators see it.
 *
 * @param policy its name when the replay started
 * @param status its state
 * @param startedBy the moderator
 * @param checked the number of compared posts
 * @param unrated how many of them the model would have had to score, too
 * @param changes the numbers of different verdicts, such as {@code clean-held}
 */
record ReplayView(String id, String policyId, String policy, ReplayStatus status, AuthorReference startedBy,
		Instant startedAt, @Nullable Instant endedAt, long checked, long unrated, Map<String, Long> changes) {

	static ReplayView of(Replay replay) {
		return new ReplayView(replay.id(), replay.policy().id(), replay.policy().name(), replay.status(),
				replay.startedBy(), replay.startedAt(), replay.endedAt(), replay.checked(), replay.unrated(),
				replay.changes());
	}

}
