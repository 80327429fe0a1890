package org.parley.moderation.shadow;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.comparison.ComparedPolicy;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A policy that runs beside the one in force.
 *
 * @param startedBy the moderator
 * @param running whether it still runs
 * @param checked the number of compared posts
 * @param unrated how many of them the model would have had to score, too
 * @param changes the numbers of different verdicts, such as {@code clean-held}
 */
@Document("shadow_runs")
@CompoundIndex(def = "{'running': 1}", unique = true, partialFilter = "{'running': true}")
record ShadowRun(@Id String id, ComparedPolicy policy, AuthorReference startedBy, Instant startedAt, boolean running,
		@Nullable Instant endedAt, long checked, long unrated, Map<String, Long> changes) {

	static ShadowRun start(ComparedPolicy policy, AuthorReference by, Instant now) {
		return new ShadowRun(Ids.next(), policy, by, now, true, null, 0, 0, Map.of());
	}

}
