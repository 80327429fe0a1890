package org.parley.forum.post.moderation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.forum.post.ModeratorRuling;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes decisions of moderators on posts, and their reversals. */
@EventConsumer("forum_verdicts")
class DecisionListener {

	private final ApplyDecision applyDecision;

	DecisionListener(ApplyDecision applyDecision) {
		this.applyDecision = applyDecision;
	}

	@EventHandler("case.decided")
	void onDecision(Decided decided) {
		this.applyDecision.apply(decided);
	}

	@EventHandler("case.reversed")
	void onReversal(Reversed reversed) {
		this.applyDecision.reverse(reversed);
	}

	/**
	 * A moderator's decision.
	 *
	 * @param contentVersion the version of the post that the moderator saw
	 * @param text the new text of an edit; null for other decisions
	 * @param by the moderator
	 * @param authority the highest role that the moderator's token covered; absent in
	 * events from before categories had moderators
	 * @param decidedAt when the moderator decided
	 */
	record Decided(String caseId, VerdictListener.PostId post, @Nullable Long contentVersion, ModeratorRuling decision,
			@Nullable String text, PersonReference by, @Nullable String authority, Instant decidedAt) {

		long seen() {
			return (this.contentVersion != null) ? this.contentVersion : Long.MAX_VALUE;
		}

	}

	/**
	 * A reversal of a moderator's decision.
	 *
	 * @param contentVersion the version of the post that the decision was about
	 * @param text the text that a reversed edit replaced; null for other decisions
	 * @param by the moderator who reversed it
	 * @param authority the highest role that the moderator's token covered
	 * @param reversedAt when the decision was reversed
	 */
	record Reversed(String caseId, VerdictListener.PostId post, long contentVersion, ModeratorRuling decision,
			@Nullable String text, PersonReference by, String authority, Instant reversedAt) {
	}

}
