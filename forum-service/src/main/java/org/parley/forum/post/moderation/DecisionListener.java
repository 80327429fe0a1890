package org.parley.forum.post.moderation;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.forum.post.ModeratorRuling;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.security.category.Audience;

/** Consumes decisions of moderators on posts. */
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

	/**
	 * A moderator's decision.
	 *
	 * @param post the post
	 * @param contentVersion the version of the post that the moderator saw
	 * @param decision the decision
	 * @param by the moderator
	 * @param authority the highest role that the moderator's token covered; absent in
	 * events from before categories had moderators
	 */
	record Decided(VerdictListener.PostId post, @Nullable Long contentVersion, ModeratorRuling decision,
			PersonReference by, @Nullable String authority) {

		long seen() {
			return (this.contentVersion != null) ? this.contentVersion : Long.MAX_VALUE;
		}

		/** Events without a role are by moderators; an unknown role grants nothing. */
		Audience audience() {
			return (this.authority != null) ? Audience.ofRole(this.authority).orElse(Audience.EVERYONE)
					: Audience.MODERATORS;
		}

	}

}
