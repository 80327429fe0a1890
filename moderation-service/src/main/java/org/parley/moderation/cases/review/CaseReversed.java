package org.parley.moderation.cases.review;

import java.time.Instant;

import org.parley.moderation.cases.Decision;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.security.category.Audience;

/**
 * A moderator has reversed the decision of a case; its effects must be undone.
 *
 * @param caseId the case's id
 * @param post the post of the case
 * @param thread the post's thread
 * @param contentVersion the version of the post that the decision was about
 * @param decision the reversed decision
 * @param by the moderator who reversed it
 * @param authority the highest role that the moderator's token covered
 * @param reversedAt when the decision was reversed
 */
@Publishes("case.reversed")
record CaseReversed(String caseId, ModeratedPostReference post, ModeratedThreadReference thread, long contentVersion,
		Decision decision, AuthorReference by, String authority, Instant reversedAt) implements ParleyEvent {

	static CaseReversed of(ModerationCase reversed, ModerationCase.Ruling ruling, ModerationCase.Reversal reversal,
			Audience authority) {
		var grounds = reversed.grounds();
		return new CaseReversed(reversed.id(), grounds.post(), grounds.thread(), grounds.revision().post(),
				ruling.decision(), reversal.by(), authority.role(), reversal.at());
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
