package org.parley.social.post.verdict;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

import org.springframework.context.ApplicationEventPublisher;

/** Applies verdicts of checks and decisions of moderators. */
@EventConsumer("social_verdicts")
class SocialVerdictListener {

	private final RuleSocialContent ruleSocialContent;

	private final ApplicationEventPublisher publisher;

	SocialVerdictListener(RuleSocialContent ruleSocialContent, ApplicationEventPublisher publisher) {
		this.ruleSocialContent = ruleSocialContent;
		this.publisher = publisher;
	}

	@EventHandler("social-moderation.verdict")
	void on(Judged judged) {
		this.ruleSocialContent.judge(judged.content(), judged.verdict().status(), judged.contentVersion());
	}

	@EventHandler("social-case.decided")
	void on(Decided decided) {
		this.ruleSocialContent.decide(decided);
		this.publisher.publishEvent(new ContentDecided(decided.content().id(),
				decided.decision() != SocialDecision.DISMISS, decided.decidedAt()));
	}

	@EventHandler("social-case.reversed")
	void on(Reversed reversed) {
		this.ruleSocialContent.reverse(reversed);
	}

	/**
	 * The post or comment.
	 *
	 * @param kind {@code post} or {@code comment}
	 */
	record Subject(String kind, String id) {
	}

	/**
	 * A verdict of a check.
	 *
	 * @param content the post or comment
	 */
	record Judged(Subject content, long contentVersion, SocialVerdict verdict) {
	}

	/**
	 * A decision of a moderator.
	 *
	 * @param content the post or comment
	 * @param contentVersion the version that the moderator saw
	 * @param text the new text of an edit; null for other decisions
	 */
	record Decided(String caseId, Subject content, long contentVersion, SocialDecision decision, @Nullable String text,
			Instant decidedAt) {
	}

	/**
	 * A reversed decision.
	 *
	 * @param content the post or comment
	 * @param contentVersion the version that the decision was about
	 * @param text the text that a reversed edit replaced; null for other decisions
	 */
	record Reversed(String caseId, Subject content, long contentVersion, @Nullable String text, Instant reversedAt) {
	}

	/** The verdict of a check, with the status that it leads to. */
	enum SocialVerdict {

		CLEAN(SocialPostStatus.ACTIVE), FLAGGED(SocialPostStatus.ACTIVE), HELD(SocialPostStatus.HIDDEN),
		REMOVED(SocialPostStatus.REMOVED);

		private final SocialPostStatus status;

		SocialVerdict(SocialPostStatus status) {
			this.status = status;
		}

		SocialPostStatus status() {
			return this.status;
		}

		@JsonCreator
		static SocialVerdict of(String json) {
			return valueOf(json.toUpperCase(Locale.ROOT));
		}

	}

	/** A moderator's decision about a post or comment. */
	enum SocialDecision {

		DISMISS, WARN, EDIT, HIDE, REMOVE, BAN;

		boolean hides() {
			return this == HIDE || this == REMOVE || this == BAN;
		}

		/**
		 * The status after the decision. Only a reversal restores what moderators have
		 * removed. A warning replaces what a check has done, because authors cannot edit
		 * what they do not show.
		 * @param byCheck whether a check hides the content
		 */
		SocialPostStatus applyTo(SocialPostStatus status, boolean byCheck) {
			return switch (this) {
				case DISMISS -> (status == SocialPostStatus.REMOVED && !byCheck) ? status : SocialPostStatus.ACTIVE;
				case EDIT -> SocialPostStatus.ACTIVE;
				case WARN -> byCheck ? SocialPostStatus.ACTIVE : status;
				case HIDE -> SocialPostStatus.HIDDEN;
				case REMOVE, BAN -> SocialPostStatus.REMOVED;
			};
		}

		@JsonCreator
		static SocialDecision of(String json) {
			return valueOf(json.toUpperCase(Locale.ROOT));
		}

	}

}
