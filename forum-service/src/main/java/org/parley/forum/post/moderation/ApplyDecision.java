package org.parley.forum.post.moderation;

import org.parley.forum.post.DecidedText;
import org.parley.forum.post.ModeratorRuling;

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

	void apply(DecisionListener.Decided decided) {
		if (!this.rights.permit(decided.post(), decided.by(), decided.authority())) {
			return;
		}
		var post = decided.post().id();
		if (decided.decision() == ModeratorRuling.EDIT && decided.text() != null) {
			this.correctPost
				.correct(post,
						new DecidedText(decided.caseId(), decided.text(), decided.by().id(), decided.decidedAt()),
						decided.seen(), decided.by())
				.ifPresent((corrected) -> applyRuling(decided, corrected));
		}
		else {
			applyRuling(decided, decided.seen());
		}
		this.publisher.publishEvent(new PostDecided(post, decided.decision() != ModeratorRuling.DISMISS));
	}

	/** Applies a decision about a version of the post. */
	private void applyRuling(DecisionListener.Decided decided, long version) {
		this.applyVerdict.applyRuling(decided.post().id(), decided.decision(), version, decided.by(),
				decided.decidedAt());
	}

	/** Undoes a decision. The reports that it closed stay closed. */
	void reverse(DecisionListener.Reversed reversed) {
		if (!this.rights.permit(reversed.post(), reversed.by(), reversed.authority())) {
			return;
		}
		if (reversed.decision() == ModeratorRuling.EDIT && reversed.text() != null) {
			this.correctPost.revert(reversed.post().id(),
					new DecidedText(reversed.caseId(), reversed.text(), reversed.by().id(), reversed.reversedAt()),
					reversed.by());
			this.applyVerdict.unlockThread(reversed.post().id(), reversed.by());
		}
		else {
			this.applyVerdict.reverseRuling(reversed.post().id(), reversed.decision(), reversed.contentVersion(),
					reversed.by(), reversed.reversedAt());
		}
	}

}
