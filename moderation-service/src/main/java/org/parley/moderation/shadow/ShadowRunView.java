package org.parley.moderation.shadow;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.AuthorReference;

/**
 * A shadow run as moderators see it.
 *
 * @param policy its name when the run started
 * @param startedBy the moderator
 * @param running whether it still runs
 * @param checked the number of compared posts
 * @param unrated how many of them the model would have had to score, too
 * @param changes the numbers of different verdicts, such as {@code clean-held}
 */
record ShadowRunView(String id, String policyId, String policy, AuthorReference startedBy, Instant startedAt,
		boolean running, @Nullable Instant endedAt, long checked, long unrated, Map<String, Long> changes) {

	static ShadowRunView of(ShadowRun run) {
		return new ShadowRunView(run.id(), run.policy().id(), run.policy().name(), run.startedBy(), run.startedAt(),
				run.running(), run.endedAt(), run.checked(), run.unrated(), run.changes());
	}

}
