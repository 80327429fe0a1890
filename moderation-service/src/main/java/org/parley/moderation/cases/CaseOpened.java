package org.parley.moderation.cases;

import java.time.Instant;
import java.util.List;

import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * There is something for moderators to decide.
 *
 * @param caseId which case
 * @param post about which post
 * @param thread where
 * @param source {@code report} when a reader asked for it, else {@code automatic}
 * @param reasons stable codes
 * @param openedAt when
 */
@Publishes("case.opened")
record CaseOpened(String caseId, ModeratedPostReference post, ModeratedThreadReference thread, String source,
		List<String> reasons, Instant openedAt) implements ParleyEvent {

	static CaseOpened of(ModerationCase one) {
		var grounds = one.grounds();
		return new CaseOpened(one.id(), grounds.post(), grounds.thread(), one.source(), grounds.reasons(),
				one.openedAt());
	}

	@Override
	public String subject() {
		return this.caseId;
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
