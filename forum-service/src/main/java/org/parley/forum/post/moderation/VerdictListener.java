package org.parley.forum.post.moderation;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.LowerCaseName;
import org.parley.contracts.forum.PostStatus;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

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
	void onVerdict(Checked checked, EventEnvelope event) {
		this.applyVerdict.applyVerdict(checked.post().id(), checked.verdict().status(), checked.contentVersion(),
				Boolean.TRUE.equals(checked.locks()), event.time());
	}

	/**
	 * An automated check of a post.
	 *
	 * @param contentVersion the version of the post that was checked
	 * @param locks whether a rule locks the thread; null if none does
	 */
	record Checked(PostId post, long contentVersion, Verdict verdict, @Nullable Boolean locks) {
	}

	/**
	 * A reference to a post.
	 *
	 * @param id the post's id
	 */
	record PostId(String id) {
	}

	/** The verdict of a check, with the status that it leads to. */
	enum Verdict implements LowerCaseName {

		CLEAN(PostStatus.ACTIVE), FLAGGED(PostStatus.FLAGGED), HELD(PostStatus.HELD), REMOVED(PostStatus.REMOVED);

		private final PostStatus status;

		Verdict(PostStatus status) {
			this.status = status;
		}

		PostStatus status() {
			return this.status;
		}

	}

}
