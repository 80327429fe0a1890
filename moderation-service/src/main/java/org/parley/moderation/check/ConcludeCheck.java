package org.parley.moderation.check;

import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.place.PostLocations;
import org.parley.moderation.policy.Verdict;
import org.parley.moderation.verdict.Judgement;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Ends a check and records its verdict in one transaction. A crash therefore never
 * records a verdict twice, and a verdict about replaced content is dropped.
 */
@Component
class ConcludeCheck {

	private static final Logger log = LoggerFactory.getLogger(ConcludeCheck.class);

	private final PostChecks postChecks;

	private final PostLocations postLocations;

	private final RecordVerdict recordVerdict;

	private final CheckMetrics metrics;

	private final UnitOfWork unitOfWork;

	ConcludeCheck(PostChecks postChecks, PostLocations postLocations, RecordVerdict recordVerdict, CheckMetrics metrics,
			UnitOfWork unitOfWork) {
		this.postChecks = postChecks;
		this.postLocations = postLocations;
		this.recordVerdict = recordVerdict;
		this.metrics = metrics;
		this.unitOfWork = unitOfWork;
	}

	void conclude(PostCheck postCheck, Judgement judgement) {
		if (postCheck.stage() == Stage.AGAIN && isProvisional(judgement)) {
			this.postChecks.postpone(postCheck);
			return;
		}
		var concluded = this.unitOfWork.run(() -> record(postCheck, judgement));
		if (concluded) {
			this.metrics.record(postCheck, judgement);
		}
		else {
			log.atInfo().addKeyValue("post", postCheck.postId()).log("Verdict dropped: the post has changed");
		}
	}

	private boolean record(PostCheck claimed, Judgement judgement) {
		var postCheck = claimed
			.movedTo(this.postLocations.find(claimed.post(), claimed.thread(), claimed.revision().post()));
		if (!(isProvisional(judgement) ? this.postChecks.postpone(postCheck) : this.postChecks.finish(postCheck))) {
			return false;
		}
		this.recordVerdict.record(postCheck, judgement);
		return true;
	}

	/** Rules decided without the model. A removal by rules is final. */
	private static boolean isProvisional(Judgement judgement) {
		return !judgement.isByModel() && judgement.verdict() != Verdict.REMOVED;
	}

}
