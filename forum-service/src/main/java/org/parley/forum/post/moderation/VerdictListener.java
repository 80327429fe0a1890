package org.parley.forum.post.moderation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.forum.post.ModeratorRuling;
import org.parley.forum.post.PostStatus;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.security.category.Audience;

/** Consumes verdicts and decisions of moderation on posts. */
@EventConsumer("forum_verdicts")
class VerdictListener {

	private final ApplyVerdict applyVerdict;

	private final ApplyDecision applyDecision;

	VerdictListener(ApplyVerdict applyVerdict, ApplyDecision applyDecision) {
		this.applyVerdict = applyVerdict;
		this.applyDecision = applyDecision;
	}

	@EventHandler("moderation.verdict")
	void onVerdict(Checked checked, EventEnvelope event) {
		this.applyVerdict.applyVerdict(checked.post().id(), checked.verdict().status(), checked.contentVersion(),
				event.time());
	}

	@EventHandler("case.decided")
	void onDecision(Decided decided) {
		this.applyDecision.apply(decided);
	}

	/**
	 * An automated check of a post.
	 *
	 * @param post the post
	 * @param contentVersion the version of the post that was checked
	 * @param verdict the verdict
	 */
	record Checked(PostId post, long contentVersion, Verdict verdict) {
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
	record Decided(PostId post, @Nullable Long contentVersion, ModeratorRuling decision, PersonReference by,
			@Nullable String authority) {

		long seen() {
			return (this.contentVersion != null) ? this.contentVersion : Long.MAX_VALUE;
		}

		/** Events without a role are by moderators; an unknown role grants nothing. */
		Audience audience() {
			return (this.authority != null) ? Audience.ofRole(this.authority).orElse(Audience.EVERYONE)
					: Audience.MODERATORS;
		}

	}

	/**
	 * A reference to a post.
	 *
	 * @param id the post's id
	 */
	record PostId(String id) {
	}

	/** The verdict of a check, with the status that it leads to. */
	enum Verdict {

		CLEAN(PostStatus.ACTIVE), FLAGGED(PostStatus.FLAGGED), HELD(PostStatus.HELD), REMOVED(PostStatus.REMOVED);

		private final PostStatus status;

		Verdict(PostStatus status) {
			this.status = status;
		}

		PostStatus status() {
			return this.status;
		}

		@JsonCreator
		static Verdict of(String json) {
			return valueOf(json.toUpperCase(Locale.ROOT));
		}

	}

}
