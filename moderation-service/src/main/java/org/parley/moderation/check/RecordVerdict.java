package org.parley.moderation.check;

import java.util.Objects;

import org.parley.contracts.moderation.PostJudged;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.cases.CaseWithdrawal;
import org.parley.moderation.cases.OpenCase;
import org.parley.moderation.cases.OpenCase.CaseReference;
import org.parley.moderation.cases.WithdrawCase;
import org.parley.moderation.incident.Incident;
import org.parley.moderation.incident.Incidents;
import org.parley.moderation.place.PostLocation;
import org.parley.moderation.place.PostLocations;
import org.parley.moderation.statement.RecordStatement;
import org.parley.platform.domain.Ids;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Publishes a verdict and opens or withdraws the post's case, within the caller's
 * transaction.
 */
@Component
class RecordVerdict {

	private final PostLocations postLocations;

	private final Incidents incidents;

	private final OpenCase openCase;

	private final WithdrawCase withdrawCase;

	private final RecordStatement recordStatement;

	private final ApplicationEventPublisher publisher;

	RecordVerdict(PostLocations postLocations, Incidents incidents, OpenCase openCase, WithdrawCase withdrawCase,
			RecordStatement recordStatement, ApplicationEventPublisher publisher) {
		this.postLocations = postLocations;
		this.incidents = incidents;
		this.openCase = openCase;
		this.withdrawCase = withdrawCase;
		this.recordStatement = recordStatement;
		this.publisher = publisher;
	}

	void record(PostCheck postCheck, Judgement judgement) {
		var location = this.postLocations.find(postCheck.post(), postCheck.thread(), postCheck.revision().post());
		this.publisher.publishEvent(event(location, postCheck, judgement));
		if (judgement.verdict() == Verdict.CLEAN) {
			this.withdrawCase.withdrawUnreported(postCheck.postId(), CaseWithdrawal.EDITED);
			this.recordStatement.liftAutomatic(postCheck.postId());
			return;
		}
		var opened = this.openCase
			.openForCheck(new CaseGrounds(location.post(), location.thread(), postCheck.revision(),
					Objects.requireNonNull(postCheck.content()), new CaseGrounds.CheckFinding(judgement.verdict(),
							judgement.engine(), judgement.policyVersion(), judgement.locks(), judgement.limitedUntil()),
					judgement.reasons()));
		this.recordStatement.recordFinding(opened.caseId(), opened.grounds());
		this.incidents.insert(incident(opened, judgement));
	}

	private static Incident incident(CaseReference opened, Judgement judgement) {
		var grounds = opened.grounds();
		return new Incident(Ids.next(), opened.caseId(), grounds.post(), grounds.thread(), grounds.revision().post(),
				judgement.verdict(), judgement.reasons(), judgement.engine(), judgement.policy(),
				judgement.policyVersion(), judgement.scores(), judgement.tokens(), judgement.cost(), judgement.at());
	}

	private static PostJudged event(PostLocation location, PostCheck postCheck, Judgement judgement) {
		var content = location.post().in(location.thread());
		return new PostJudged(content.type("moderation.verdict"), content, postCheck.revision().post(),
				judgement.verdict(), judgement.engine(), judgement.policy(), judgement.policyVersion(),
				judgement.reasons(), judgement.locks());
	}

}
