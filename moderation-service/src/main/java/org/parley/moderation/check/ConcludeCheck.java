package org.parley.moderation.check;

import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.cases.CaseWithdrawal;
import org.parley.moderation.cases.OpenCase;
import org.parley.moderation.cases.OpenCase.Raised;
import org.parley.moderation.cases.WithdrawCase;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.incident.Incident;
import org.parley.moderation.incident.Incidents;
import org.parley.moderation.place.PostLocations;
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
class ConcludeCheck {

	private static final Logger log = LoggerFactory.getLogger(ConcludeCheck.class);

	private final PostChecks postChecks;

	private final PostLocations postLocations;

	private final Judgements judgements;

	private final Incidents incidents;

	private final OpenCase openCase;

	private final WithdrawCase withdrawCase;

	private final ApplicationEventPublisher publisher;

	private final CheckMetrics metrics;

	private final UnitOfWork work;

	ConcludeCheck(PostChecks postChecks, PostLocations postLocations, Judgements judgements, Incidents incidents,
			OpenCase openCase, WithdrawCase withdrawCase, ApplicationEventPublisher publisher, CheckMetrics metrics,
			UnitOfWork work) {
		this.postChecks = postChecks;
		this.postLocations = postLocations;
		this.judgements = judgements;
		this.incidents = incidents;
		this.openCase = openCase;
		this.withdrawCase = withdrawCase;
		this.publisher = publisher;
		this.metrics = metrics;
		this.work = work;
	}

	void conclude(PostCheck postCheck, Judgement judgement) {
		if (postCheck.stage() == Stage.AGAIN && isProvisional(judgement)) {
			this.postChecks.keep(postCheck);
			return;
		}
		var concluded = this.work.run(() -> write(postCheck, judgement));
		if (concluded) {
			this.metrics.concluded(postCheck, judgement);
		}
		else {
			log.atInfo().addKeyValue("post", postCheck.postId()).log("A verdict comes too late: the post has changed");
		}
	}

	private boolean write(PostCheck claimed, Judgement judgement) {
		var postCheck = claimed
			.at(this.postLocations.find(claimed.post(), claimed.thread(), claimed.revision().post()));
		if (!(isProvisional(judgement) ? this.postChecks.keep(postCheck) : this.postChecks.finish(postCheck))) {
			return false;
		}
		this.judgements.insert(judgement);
		this.publisher.publishEvent(PostJudged.of(postCheck, judgement));
		if (judgement.verdict() == Verdict.CLEAN) {
			this.withdrawCase.withdrawPost(postCheck.postId(), CaseWithdrawal.EDITED);
			return true;
		}
		var raised = this.openCase.raise(new CaseGrounds(postCheck.post(), postCheck.thread(), postCheck.revision(),
				postCheck.content(), judgement.verdict(), judgement.reasons()));
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
