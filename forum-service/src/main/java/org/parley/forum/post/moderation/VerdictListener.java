package org.parley.forum.post.moderation;

import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.moderation.PostJudged;
import org.parley.contracts.moderation.Verdict;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.messaging.inbox.PoisonEventException;

/**
 * Consumes verdicts of moderation on posts. A repeated or late verdict has no effect,
 * because each post keeps the time of its last verdict.
 */
@EventConsumer(value = "forum_verdicts", repeatable = true)
class VerdictListener {

	private final ApplyVerdict applyVerdict;

	VerdictListener(ApplyVerdict applyVerdict) {
		this.applyVerdict = applyVerdict;
	}

	@EventHandler("moderation.verdict")
	void onVerdict(PostJudged judged, EventEnvelope event) {
		var status = statusAfter(PoisonEventException.requireKnown(judged.verdict()));
		this.applyVerdict.applyVerdict(judged.content().id(), status, judged.contentVersion(),
				Boolean.TRUE.equals(judged.locks()), event.time());
	}

	private static PostStatus statusAfter(Verdict verdict) {
		return switch (verdict) {
			case CLEAN -> PostStatus.ACTIVE;
			case FLAGGED -> PostStatus.FLAGGED;
			case HELD -> PostStatus.HELD;
			case REMOVED -> PostStatus.REMOVED;
		};
	}

}
