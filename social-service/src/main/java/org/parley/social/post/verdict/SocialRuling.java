package org.parley.social.post.verdict;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.CaseDecided;
import org.parley.contracts.moderation.CaseReversed;
import org.parley.contracts.moderation.Decision;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.social.post.verdict.RuledContent.Content;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last ruling of moderation about a post or comment, which decides what the next one
 * leads to. Moderators outrank checks, and the latest of their decisions and reversals
 * counts, in any order of arrival.
 *
 * @param contentId the post or comment
 * @param hiddenBy the case or {@link #CHECK} that hides it; null if nothing does
 * @param ruledText the version of the text that the last verdict or decision was about
 * @param decidedText the version of the text that a moderator has decided about last; -1
 * without a decision
 * @param ruledAt the time of the last decision or reversal by a moderator; null without
 * one
 * @param version the version of the post or comment after the ruling
 * @param editedBy the case whose decision wrote the text; null if its author did
 */
@Document("rulings")
record SocialRuling(@Id String contentId, @Nullable String hiddenBy, long ruledText, long decidedText,
		@Nullable Instant ruledAt, long version, @Nullable String editedBy) {

	/** Marks what an automated check hides. */
	private static final String CHECK = "check";

	static SocialRuling none(String contentId) {
		return new SocialRuling(contentId, null, -1, -1, null, -1, null);
	}

	/**
	 * The outcome of a check's verdict; empty if it changes nothing, because it is not
	 * about the present text, or because moderators have ruled.
	 * @param status the status that the verdict leads to
	 */
	Optional<SocialRulingOutcome> judge(Content content, SocialPostStatus status, long text) {
		if (isDecided(text) || !isPresent(text, content.version())
				|| (content.status().isRestricted() && !isHiddenByCheck())) {
			return Optional.empty();
		}
		return Optional.of(ruled(content, status, status.isRestricted() ? CHECK : null,
				new Ruled(text, this.decidedText, this.ruledAt)));
	}

	/** The outcome of a moderator's decision; empty if a later one counts. */
	Optional<SocialRulingOutcome> decide(Content content, CaseDecided decided, Decision decision) {
		if (isRuledSince(decided.decidedAt())) {
			return Optional.empty();
		}
		if (decided.text() != null) {
			return correct(content, decided, decided.text());
		}
		var status = statusAfter(decision, content.status());
		return Optional.of(ruled(content, status, hiddenBy(decided, decision, status),
				Ruled.of(decided.seen(), decided.decidedAt())));
	}

	/**
	 * The status after a decision. Only a reversal restores what moderators have removed.
	 * A warning replaces what a check has done, because authors cannot edit what they do
	 * not show.
	 */
	private SocialPostStatus statusAfter(Decision decision, SocialPostStatus status) {
		return switch (decision) {
			case DISMISS ->
				(status == SocialPostStatus.REMOVED && !isHiddenByCheck()) ? status : SocialPostStatus.ACTIVE;
			case EDIT -> SocialPostStatus.ACTIVE;
			case WARN -> isHiddenByCheck() ? SocialPostStatus.ACTIVE : status;
			case HIDE -> SocialPostStatus.HIDDEN;
			case REMOVE, BAN -> SocialPostStatus.REMOVED;
		};
	}

	/** A decision that hides nothing leaves what another case hides. */
	private @Nullable String hiddenBy(CaseDecided decided, Decision decision, SocialPostStatus status) {
		if (!status.isRestricted()) {
			return null;
		}
		return decision.hides() ? decided.caseId() : this.hiddenBy;
	}

	/**
	 * The outcome of a reversal. The content is shown again, unless another case hides
	 * it.
	 */
	Optional<SocialRulingOutcome> reverse(Content content, CaseReversed reversed) {
		if (isRuledSince(reversed.reversedAt())) {
			return Optional.empty();
		}
		if (reversed.text() != null) {
			return Optional.of(revert(content, reversed, reversed.text()));
		}
		var undone = isHiddenByCheck() || reversed.caseId().equals(this.hiddenBy);
		return Optional.of(ruled(content, undone ? SocialPostStatus.ACTIVE : content.status(),
				undone ? null : this.hiddenBy, Ruled.of(reversed.seen(), reversed.reversedAt())));
	}

	/**
	 * Replaces the text that a moderator has seen. A later text, and content that an
	 * earlier decision removed, stay as they are.
	 */
	private Optional<SocialRulingOutcome> correct(Content content, CaseDecided decided, String text) {
		var isRemoved = content.status() == SocialPostStatus.REMOVED && !isHiddenByCheck();
		return (!isRemoved && isPresent(decided.seen(), content.version()))
				? Optional.of(corrected(content, text, decided.decidedAt(), decided.caseId())) : Optional.empty();
	}

	/**
	 * Restores the text that a decision of the case has replaced, if it is still there.
	 */
	private SocialRulingOutcome revert(Content content, CaseReversed reversed, String text) {
		if (!content.status().isRestricted() && isEditedBy(reversed.caseId(), content.version())) {
			return corrected(content, text, reversed.reversedAt(), null);
		}
		return new SocialRulingOutcome(content.status(), null, new SocialRuling(content.id(), this.hiddenBy,
				this.ruledText, this.decidedText, reversed.reversedAt(), this.version, this.editedBy));
	}

	private static SocialRulingOutcome corrected(Content content, String text, Instant at, @Nullable String editedBy) {
		var next = content.version() + 1;
		return new SocialRulingOutcome(SocialPostStatus.ACTIVE, new SocialRulingOutcome.Correction(text, at),
				new SocialRuling(content.id(), null, next, next, at, next, editedBy));
	}

	/** A decision about the present text holds while the text stays the same. */
	private SocialRulingOutcome ruled(Content content, SocialPostStatus status, @Nullable String hider, Ruled ruled) {
		var next = (status != content.status()) ? content.version() + 1 : content.version();
		var isCovered = ruled.decidedText() == ruled.text() && isPresent(ruled.text(), content.version());
		return new SocialRulingOutcome(status, null,
				new SocialRuling(content.id(), hider, ruled.text(), isCovered ? next : ruled.decidedText(), ruled.at(),
						next, (this.version == content.version()) ? this.editedBy : null));
	}

	/**
	 * Whether a moderator has ruled at this time or later, so that events may be late.
	 */
	private boolean isRuledSince(Instant at) {
		return this.ruledAt != null && !this.ruledAt.isBefore(at);
	}

	/** Whether a moderator has decided about this text, so that checks change nothing. */
	private boolean isDecided(long text) {
		return text <= this.decidedText;
	}

	/**
	 * Whether a text is the present one. Hiding and restoring change the version too.
	 * @param text the version of the text
	 * @param present the present version
	 */
	private boolean isPresent(long text, long present) {
		return text == present || (text == this.ruledText && present == this.version);
	}

	/** Whether a decision of this case wrote the present text. */
	private boolean isEditedBy(String caseId, long present) {
		return caseId.equals(this.editedBy) && present == this.version;
	}

	private boolean isHiddenByCheck() {
		return CHECK.equals(this.hiddenBy);
	}

	/**
	 * The text that was ruled about.
	 *
	 * @param text the version of the text
	 * @param decidedText the version that a moderator has decided about last
	 * @param at the time of the last decision or reversal; null without one
	 */
	private record Ruled(long text, long decidedText, @Nullable Instant at) {

		static Ruled of(long text, Instant at) {
			return new Ruled(text, text, at);
		}

	}

}
