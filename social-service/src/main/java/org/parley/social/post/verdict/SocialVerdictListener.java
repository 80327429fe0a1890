package org.parley.social.post.verdict;

import org.parley.contracts.moderation.CaseDecided;
import org.parley.contracts.moderation.CaseReversed;
import org.parley.contracts.moderation.Decision;
import org.parley.contracts.moderation.PostJudged;
import org.parley.contracts.moderation.Verdict;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.messaging.inbox.PoisonEventException;

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
	void on(PostJudged judged) {
		var verdict = PoisonEventException.requireKnown(judged.verdict());
		this.ruleSocialContent.judge(judged.content(), statusAfter(verdict), judged.contentVersion());
	}

	@EventHandler("social-case.decided")
	void on(CaseDecided decided) {
		var decision = PoisonEventException.requireKnown(decided.decision());
		PoisonEventException.requireKnown(decided.contentVersion());
		this.ruleSocialContent.decide(decided, decision);
		this.publisher.publishEvent(
				new ContentDecided(decided.content().id(), decision != Decision.DISMISS, decided.decidedAt()));
	}

	@EventHandler("social-case.reversed")
	void on(CaseReversed reversed) {
		this.ruleSocialContent.reverse(reversed);
	}

	static SocialPostStatus statusAfter(Verdict verdict) {
		return switch (verdict) {
			case CLEAN, FLAGGED -> SocialPostStatus.ACTIVE;
			case HELD -> SocialPostStatus.HIDDEN;
			case REMOVED -> SocialPostStatus.REMOVED;
		};
	}

}
