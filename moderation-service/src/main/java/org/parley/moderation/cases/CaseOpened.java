package org.parley.moderation.cases;

import java.time.Instant;
import java.util.List;

import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A check or a report has opened a case.
 *
 * @param caseId the case's id
 * @param post the post of the case
 * @param thread the post's thread
 * @param source {@code report} for a reader's report, else {@code automatic}
 * @param reasons stable codes
 * @param openedAt when the case was opened
 */
@Publishes("case.opened")
record CaseOpened(String caseId, ModeratedPostReference post, ModeratedThreadReference thread, String source,
		List<String> reasons, Instant openedAt) implements ParleyEvent {

	static CaseOpened of(ModerationCase opened) {
		var grounds = opened.grounds();
		return new CaseOpened(opened.id(), grounds.post(), grounds.thread(), opened.source(), grounds.reasons(),
				opened.openedAt());
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
