package org.parley.social.post.verdict;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.social.post.SocialPostStatus;
import org.parley.social.post.verdict.RuledContent.Content;

import org.springframework.stereotype.Component;

/**
 * Hides and restores posts and comments as moderation rules, within the caller's
 * transaction. Moderators outrank checks, and the latest of their decisions and reversals
 * counts, in any order of arrival.
 */
@Component
class RuleSocialContent {

	private final RuledContent contents;

	private final SocialRulings rulings;

	RuleSocialContent(RuledContent contents, SocialRulings rulings) {
		this.contents = contents;
		this.rulings = rulings;
	}

	/**
	 * Applies the verdict of a check about the present text.
	 * @param status the status that the verdict leads to
	 */
	void judge(SocialVerdictListener.Subject subject, SocialPostStatus status, long text) {
		this.contents.find(subject.kind(), subject.id()).ifPresent((content) -> {
			var last = this.rulings.find(content.id());
			if (last.isDecided(text) || !last.isPresent(text, content.version())
					|| (content.status().isRestricted() && !last.isHiddenByCheck())) {
				return;
			}
			apply(content, status, status.isRestricted() ? SocialRuling.CHECK : null,
					new Ruled(text, last.decidedText(), last.ruledAt()), last);
		});
	}

	/** Applies a moderator's decision. */
	void decide(SocialVerdictListener.Decided decided) {
		var subject = decided.content();
		this.contents.find(subject.kind(), subject.id()).ifPresent((content) -> {
			var last = this.rulings.find(content.id());
			if (last.isRuledSince(decided.decidedAt())) {
				return;
			}
			if (decided.text() != null) {
				correct(content, decided, decided.text(), last);
				return;
			}
			var status = decided.decision().applyTo(content.status(), last.isHiddenByCheck());
			var hiddenBy = hiddenBy(decided, last, status);
			apply(content, status, hiddenBy, Ruled.of(decided.contentVersion(), decided.decidedAt()), last);
		});
	}

	/** A decision that hides nothing leaves what another case hides. */
	private static @Nullable String hiddenBy(SocialVerdictListener.Decided decided, SocialRuling last,
			SocialPostStatus status) {
		if (!status.isRestricted()) {
			return null;
		}
		return decided.decision().hides() ? decided.caseId() : last.hiddenBy();
	}

	/**
	 * Undoes a decision. The content is shown again, unless another case hides it.
	 */
	void reverse(SocialVerdictListener.Reversed reversed) {
		var subject = reversed.content();
		this.contents.find(subject.kind(), subject.id()).ifPresent((content) -> {
			var last = this.rulings.find(content.id());
			if (last.isRuledSince(reversed.reversedAt())) {
				return;
			}
			if (reversed.text() != null) {
				revert(content, reversed, reversed.text(), last);
				return;
			}
			var undone = last.isHiddenByCheck() || reversed.caseId().equals(last.hiddenBy());
			apply(content, undone ? SocialPostStatus.ACTIVE : content.status(), undone ? null : last.hiddenBy(),
					Ruled.of(reversed.contentVersion(), reversed.reversedAt()), last);
		});
	}

	/**
	 * Replaces the text that a moderator has seen. A later text, and content that an
	 * earlier decision removed, stay as they are.
	 */
	private void correct(Content content, SocialVerdictListener.Decided decided, String text, SocialRuling last) {
		var isRemoved = content.status() == SocialPostStatus.REMOVED && !last.isHiddenByCheck();
		if (!isRemoved && last.isPresent(decided.contentVersion(), content.version())) {
			replaceText(content, text, decided.decidedAt(), decided.caseId());
		}
	}

	/**
	 * Restores the text that a decision of the case has replaced, if it is still there.
	 */
	private void revert(Content content, SocialVerdictListener.Reversed reversed, String text, SocialRuling last) {
		if (!content.status().isRestricted() && last.isEditedBy(reversed.caseId(), content.version())) {
			replaceText(content, text, reversed.reversedAt(), null);
		}
		else {
			this.rulings.save(new SocialRuling(content.id(), last.hiddenBy(), last.ruledText(), last.decidedText(),
					reversed.reversedAt(), last.version(), last.editedBy()));
		}
	}

	private void replaceText(Content content, String text, Instant at, @Nullable String editedBy) {
		content.correction().to(text, at);
		var version = content.version() + 1;
		this.rulings.save(new SocialRuling(content.id(), null, version, version, at, version, editedBy));
	}

	/** A decision about the present text holds while the text stays the same. */
	private void apply(Content content, SocialPostStatus status, @Nullable String hiddenBy, Ruled ruled,
			SocialRuling last) {
		var version = content.version();
		if (status != content.status()) {
			content.change().to(status);
			version++;
		}
		var isCovered = ruled.decidedText() == ruled.text() && last.isPresent(ruled.text(), content.version());
		this.rulings
			.save(new SocialRuling(content.id(), hiddenBy, ruled.text(), isCovered ? version : ruled.decidedText(),
					ruled.at(), version, (last.version() == content.version()) ? last.editedBy() : null));
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
