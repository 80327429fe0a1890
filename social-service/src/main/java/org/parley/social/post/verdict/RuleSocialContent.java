package org.parley.social.post.verdict;

import java.util.Optional;
import java.util.function.BiFunction;

import org.parley.contracts.moderation.CaseDecided;
import org.parley.contracts.moderation.CaseReversed;
import org.parley.contracts.moderation.ContentReference;
import org.parley.contracts.moderation.Decision;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.social.post.verdict.RuledContent.Content;

import org.springframework.stereotype.Component;

/**
 * Hides and restores posts and comments as moderation rules, within the caller's
 * transaction.
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
	void judge(ContentReference subject, SocialPostStatus status, long text) {
		rule(subject, (last, content) -> last.judge(content, status, text));
	}

	/** Applies a moderator's decision. */
	void decide(CaseDecided decided, Decision decision) {
		rule(decided.content(), (last, content) -> last.decide(content, decided, decision));
	}

	/** Undoes a decision. */
	void reverse(CaseReversed reversed) {
		rule(reversed.content(), (last, content) -> last.reverse(content, reversed));
	}

	private void rule(ContentReference subject, BiFunction<SocialRuling, Content, Optional<SocialRulingOutcome>> rule) {
		this.contents.find(subject)
			.ifPresent((content) -> rule.apply(this.rulings.find(content.id()), content).ifPresent((outcome) -> {
				outcome.applyTo(content);
				this.rulings.save(outcome.ruling());
			}));
	}

}
