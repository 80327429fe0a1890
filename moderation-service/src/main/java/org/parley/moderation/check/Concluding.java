package org.parley.moderation.check;

import org.parley.moderation.cases.Grounds;
import org.parley.moderation.cases.Raising;
import org.parley.moderation.cases.Raising.Raised;
import org.parley.moderation.cases.Withdrawal;
import org.parley.moderation.cases.Withdrawing;
import org.parley.moderation.check.Check.Stage;
import org.parley.moderation.incident.Incident;
import org.parley.moderation.incident.Incidents;
import org.parley.moderation.place.Places;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.verdict.Judgement;
import org.parley.moderation.verdict.Judgements;
import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes what a check came to, and all that follows, in one transaction with the end of
 * the check: so a verdict takes effect once, whoever dies when, and not at all when newer
 * content has come.
 */
@Component
class Concluding {

	private static final Logger log = LoggerFactory.getLogger(Concluding.class);

	private final Checks checks;

	private final Places places;

	private final Judgements judgements;

	private final Incidents incidents;

	private final Raising raising;

	private final Withdrawing withdrawing;

	private final ApplicationEventPublisher publisher;

	private final CheckMetrics metrics;

	private final UnitOfWork work;

	Concluding(Checks checks, Places places, Judgements judgements, Incidents incidents, Raising raising,
			Withdrawing withdrawing, ApplicationEventPublisher publisher, CheckMetrics metrics, UnitOfWork work) {
		this.checks = checks;
		this.places = places;
		this.judgements = judgements;
		this.incidents = incidents;
		this.raising = raising;
		this.withdrawing = withdrawing;
		this.publisher = publisher;
		this.metrics = metrics;
		this.work = work;
	}

	void conclude(Check check, Judgement judgement) {
		if (check.stage() == Stage.AGAIN && isProvisional(judgement)) {
			this.checks.keep(check);
			return;
		}
		var concluded = this.work.run(() -> write(check, judgement));
		if (concluded) {
			this.metrics.concluded(check, judgement);
		}
		else {
			log.atInfo().addKeyValue("post", check.postId()).log("A verdict comes too late: the post has changed");
		}
	}

	private boolean write(Check claimed, Judgement judgement) {
		var check = claimed.at(this.places.find(claimed.post(), claimed.thread(), claimed.revision().post()));
		if (!(isProvisional(judgement) ? this.checks.keep(check) : this.checks.finish(check))) {
			return false;
		}
		this.judgements.insert(judgement);
		this.publisher.publishEvent(PostJudged.of(check, judgement));
		if (judgement.verdict() == Verdict.CLEAN) {
			this.withdrawing.withdrawPost(check.postId(), Withdrawal.EDITED);
			return true;
		}
		var raised = this.raising.raise(new Grounds(check.post(), check.thread(), check.revision(), check.content(),
				judgement.verdict(), judgement.reasons()));
		this.incidents.insert(incident(raised, judgement));
		return true;
	}

	/**
	 * Rules decided because no model could; where they went to the end, none is needed.
	 */
	private static boolean isProvisional(Judgement judgement) {
		return !judgement.isByModel() && judgement.verdict() != Verdict.REMOVED;
	}

	private static Incident incident(Raised raised, Judgement judgement) {
		var grounds = raised.grounds();
		return new Incident(Ids.next(), raised.caseId(), grounds.post(), grounds.thread(), grounds.revision().post(),
				judgement.verdict(), judgement.reasons(), judgement.engine(), judgement.policyVersion(),
				judgement.scores(), judgement.tokens(), judgement.at());
	}

}
