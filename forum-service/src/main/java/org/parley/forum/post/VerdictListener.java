package org.parley.forum.post;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.security.category.Audience;

/** Hears what moderation says of posts. */
@EventConsumer("forum_verdicts")
class VerdictListener {

	private final ApplyVerdict applyVerdict;

	private final ApplyDecision decisions;

	VerdictListener(ApplyVerdict applyVerdict, ApplyDecision decisions) {
		this.applyVerdict = applyVerdict;
		this.decisions = decisions;
	}

	@EventHandler("moderation.verdict")
	void on(Checked told, EventEnvelope event) {
		this.applyVerdict.judge(told.post().id(), told.verdict().status(), told.contentVersion(), event.time());
	}

	@EventHandler("case.decided")
	void on(Decided told) {
		this.decisions.apply(told);
	}

	/**
	 * What a check came to.
	 *
	 * @param post which post
	 * @param contentVersion the version of the post that was checked
	 * @param verdict what it came to
	 */
	record Checked(Which post, long contentVersion, Verdict verdict) {
	}

	/**
	 * What a moderator has decided.
	 *
	 * @param post about which post
	 * @param contentVersion the version of the post that the moderator saw
	 * @param decision what
	 * @param by who
	 * @param authority the highest role that their token covered; absent in events of
	 * before categories had moderators
	 */
	record Decided(Which post, @Nullable Long contentVersion, ModeratorRuling decision, PersonReference by,
			@Nullable String authority) {

		long seen() {
			return (this.contentVersion != null) ? this.contentVersion : Long.MAX_VALUE;
		}

		/** Only moderators decided before events said so; an unknown role may nothing. */
		Audience audience() {
			return (this.authority != null) ? Audience.ofRole(this.authority).orElse(Audience.EVERYONE)
					: Audience.MODERATORS;
		}

	}

	/**
	 * Names a post.
	 *
	 * @param id the post's id
	 */
	record Which(String id) {
	}

	/** What a check may come to, and to which status that leads. */
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
