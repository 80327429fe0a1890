package org.parley.moderation.cases.bulk;

import java.util.List;

import org.parley.moderation.cases.Moderator;
import org.parley.moderation.cases.ProposedDecision;
import org.parley.moderation.cases.bulk.BulkDecisionView.SingleResult;
import org.parley.moderation.cases.review.DecideCase;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.IfMatch;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Decides cases one by one, each in a transaction of its own. A refused case does not
 * affect the others, so a repeated request decides the rest.
 */
@Component
class DecideCases {

	private final DecideCase decideCase;

	DecideCases(DecideCase decideCase) {
		this.decideCase = decideCase;
	}

	List<SingleResult> decide(List<String> ids, ProposedDecision decision, Moderator moderator) {
		return ids.stream().distinct().map((id) -> decide(id, decision, moderator)).toList();
	}

	private SingleResult decide(String id, ProposedDecision decision, Moderator moderator) {
		try {
			this.decideCase.decide(id, decision, IfMatch.ANY, moderator);
			return new SingleResult(id, true, null);
		}
		catch (RefusalException ex) {
			return new SingleResult(id, false, ex.code());
		}
		catch (OptimisticLockingFailureException ex) {
			return new SingleResult(id, false, "request.conflict");
		}
	}

}
