package org.parley.moderation.appeal;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.moderation.Decision;
import org.parley.moderation.cases.CaseStatus;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.cases.ProposedDecision;
import org.parley.moderation.cases.review.DecideCase;
import org.parley.moderation.cases.review.ReverseDecision;
import org.parley.moderation.statement.RecordStatement;
import org.parley.moderation.statement.Statement;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Answers an appeal: the decision is reversed. */
@Component
class OverturnDecision {

	private final AppealAccess access;

	private final DecideCase decideCase;

	private final ReverseDecision reverseDecision;

	private final RecordStatement recordStatement;

	private final UnitOfWork unitOfWork;

	private final AdministratorActs acts;

	OverturnDecision(AppealAccess access, DecideCase decideCase, ReverseDecision reverseDecision,
			RecordStatement recordStatement, UnitOfWork unitOfWork, AdministratorActs acts) {
		this.access = access;
		this.decideCase = decideCase;
		this.reverseDecision = reverseDecision;
		this.recordStatement = recordStatement;
		this.unitOfWork = unitOfWork;
		this.acts = acts;
	}

	/**
	 * Reverses the decision. Against a check, this is the dismissal of its case, or if
	 * that is closed, the end of this restriction alone. All of them end the statement
	 * and answer the appeal.
	 */
	Statement overturn(String appealId, @Nullable String note, Moderator moderator) {
		return this.unitOfWork.run(() -> {
			var statement = this.access.getAnswerable(appealId, moderator);
			end(statement, note, moderator);
			this.acts.record(AdministratorAct.APPEAL_DECIDED, moderator.person().id(), "overturned " + appealId);
			return this.access.get(appealId, moderator.scope());
		});
	}

	/** A warning leaves a post held, so both end together. */
	private void end(Statement statement, @Nullable String note, Moderator moderator) {
		var status = this.access.caseOf(statement).status();
		if (!statement.isAutomated() || (status == CaseStatus.DECIDED && statement.hides())) {
			this.reverseDecision.reverse(statement.caseId(), note, moderator);
		}
		else if (status.isUnresolved()) {
			this.decideCase.decide(statement.caseId(), ProposedDecision.of(Decision.DISMISS, note), IfMatch.ANY,
					moderator);
		}
		else {
			this.recordStatement.overturn(statement, note, moderator);
		}
	}

}
