package org.parley.moderation.check;

import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Stores the verdict of a check. A finding, or a clean verdict about a suspected post, is
 * recorded in the same transaction. A crash therefore never records a verdict twice, and
 * a verdict about replaced content is dropped.
 */
@Component
class ConcludeCheck {

	private static final Logger log = LoggerFactory.getLogger(ConcludeCheck.class);

	private final PostChecks postChecks;

	private final RecordVerdict recordVerdict;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	ConcludeCheck(PostChecks postChecks, RecordVerdict recordVerdict, ApplicationEventPublisher publisher,
			UnitOfWork unitOfWork) {
		this.postChecks = postChecks;
		this.recordVerdict = recordVerdict;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
	}

	void conclude(PostCheck postCheck, Judgement judgement) {
		if (postCheck.stage() == Stage.AGAIN && !judgement.isFinal()) {
			this.postChecks.postpone(postCheck);
			return;
		}
		var concluded = (postCheck.suspected() || judgement.verdict() != Verdict.CLEAN)
				? this.unitOfWork.run(() -> record(postCheck, judgement))
				: this.postChecks.conclude(postCheck, judgement);
		if (concluded) {
			this.publisher.publishEvent(new PostChecked(postCheck, judgement));
		}
		else {
			log.atInfo().addKeyValue("post", postCheck.postId()).log("Verdict dropped: the post has changed");
		}
	}

	private boolean record(PostCheck claimed, Judgement judgement) {
		if (!this.postChecks.conclude(claimed, judgement)) {
			return false;
		}
		this.recordVerdict.record(claimed, judgement);
		return true;
	}

}
