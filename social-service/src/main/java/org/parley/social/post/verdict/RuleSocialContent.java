package org.parley.social.post.verdict;

import java.util.Optional;
import java.util.function.BiFunction;

import org.parley.contracts.social.SocialPostStatus;
import org.parley.social.post.verdict.RuledContent.Content;
import org.parley.social.post.verdict.SocialVerdictListener.Subject;

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
	void judge(Subject subject, SocialPostStatus status, long text) {
		rule(subject, (last, content) -> last.judge(content, status, text));
	}

	/** Applies a moderator's decision. */
	void decide(SocialVerdictListener.Decided decided) {
		rule(decided.content(), (last, content) -> last.decide(content, decided));
	}

	/** Undoes a decision. */
	void reverse(SocialVerdictListener.Reversed reversed) {
		rule(reversed.content(), (last, content) -> last.reverse(content, reversed));
	}

	private void rule(Subject subject, BiFunction<SocialRuling, Content, Optional<SocialRulingOutcome>> rule) {
		this.contents.find(subject.kind(), subject.id())
			.ifPresent((content) -> rule.apply(this.rulings.find(content.id()), content).ifPresent((outcome) -> {
				outcome.applyTo(content);
				this.rulings.save(outcome.ruling());
			}));
	}

}
