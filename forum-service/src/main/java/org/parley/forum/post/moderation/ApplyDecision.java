package org.parley.forum.post.moderation;

import org.parley.contracts.moderation.CaseDecided;
import org.parley.contracts.moderation.CaseReversed;
import org.parley.contracts.moderation.Decision;
import org.parley.forum.post.DecidedText;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Applies a moderator's decision, if the moderator may moderate the post. */
@Component
class ApplyDecision {

	private final DecisionRights rights;

	private final ApplyVerdict applyVerdict;

	private final CorrectPost correctPost;

	private final ApplicationEventPublisher publisher;

	ApplyDecision(DecisionRights rights, ApplyVerdict applyVerdict, CorrectPost correctPost,
			ApplicationEventPublisher publisher) {
		this.rights = rights;
		this.applyVerdict = applyVerdict;
		this.correctPost = correctPost;
		this.publisher = publisher;
	}

	void apply(CaseDecided decided, Decision decision) {
		if (!this.rights.permit(decided.content().id(), decided.by(), decided.authority())) {
			return;
		}
		var post = decided.content().id();
		if (decision == Decision.EDIT && decided.text() != null) {
			this.correctPost
				.correct(post,
						new DecidedText(decided.caseId(), decided.text(), decided.by().id(), decided.decidedAt()),
						decided.seen(), decided.by())
				.ifPresent((corrected) -> applyRuling(decided, decision, corrected));
		}
		else {
			applyRuling(decided, decision, decided.seen());
		}
		this.publisher.publishEvent(new PostDecided(post, decision != Decision.DISMISS));
	}

	/** Applies a decision about a version of the post. */
	private void applyRuling(CaseDecided decided, Decision decision, long version) {
		this.applyVerdict.applyRuling(decided.content().id(), decision, version, decided.by(), decided.decidedAt());
	}

	/** Undoes a decision. The reports that it closed stay closed. */
	void reverse(CaseReversed reversed, Decision decision) {
		if (!this.rights.permit(reversed.content().id(), reversed.by(), reversed.authority())) {
			return;
		}
		if (decision == Decision.EDIT && reversed.text() != null) {
			this.correctPost.revert(reversed.content().id(),
					new DecidedText(reversed.caseId(), reversed.text(), reversed.by().id(), reversed.reversedAt()),
					reversed.by());
			this.applyVerdict.unlockThread(reversed.content().id(), reversed.by());
		}
		else {
			this.applyVerdict.reverseRuling(reversed.content().id(), decision, reversed.seen(), reversed.by(),
					reversed.reversedAt());
		}
	}

}
