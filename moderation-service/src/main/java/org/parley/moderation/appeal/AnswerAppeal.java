package org.parley.moderation.appeal;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.CaseRefusedException;
import org.parley.moderation.cases.Decision;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.cases.ProposedDecision;
import org.parley.moderation.cases.review.DecideCase;
import org.parley.moderation.category.ModerationCategories;
import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.statement.AppealDecided;
import org.parley.moderation.statement.Statement;
import org.parley.moderation.statement.StatementRefusedException;
import org.parley.moderation.statement.Statements;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Answers appeals in the categories that a moderator moderates. */
@Component
class AnswerAppeal {

	private final Statements statements;

	private final ModerationCategories moderationCategories;

	private final DecideCase decideCase;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	AnswerAppeal(Statements statements, ModerationCategories moderationCategories, DecideCase decideCase,
			UnitOfWork unitOfWork, ApplicationEventPublisher publisher, InstantSource clock) {
		this.statements = statements;
		this.moderationCategories = moderationCategories;
		this.decideCase = decideCase;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
		this.clock = clock;
	}

	/**
	 * Returns the statement of an appeal in the scope.
	 * @throws org.parley.platform.domain.RefusalException 404 {@code appeal.not-found};
	 * 503 {@code case.category-unknown} when no event of its category has arrived
	 */
	Statement get(String appealId, ModerationScope scope) {
		var found = this.statements.findByAppeal(appealId).orElseThrow(StatementRefusedException::appealNotFound);
		if (scope.covers(found.categoryId())) {
			return found;
		}
		throw this.moderationCategories.isKnown(found.categoryId()) ? StatementRefusedException.appealNotFound()
				: CaseRefusedException.categoryUnknown();
	}

	/** Lets the decision stand. */
	Statement uphold(String appealId, @Nullable String note, Moderator moderator) {
		return this.unitOfWork.run(() -> {
			var statement = get(appealId, moderator.scope());
			statement.uphold(moderator, note, this.clock.instant());
			this.statements.update(statement);
			this.publisher.publishEvent(AppealDecided.of(statement));
			return statement;
		});
	}

	/**
	 * Reverses the decision. Against a check, this is the dismissal of its case. Both end
	 * the statement and answer the appeal.
	 */
	Statement overturn(String appealId, @Nullable String note, Moderator moderator) {
		return this.unitOfWork.run(() -> {
			var statement = get(appealId, moderator.scope());
			statement.requireAnswerableBy(moderator);
			if (statement.isAutomated()) {
				this.decideCase.decide(statement.caseId(), ProposedDecision.of(Decision.DISMISS, note),
						new IfMatch(null), moderator);
			}
			else {
				this.decideCase.reverse(statement.caseId(), note, moderator);
			}
			return get(appealId, moderator.scope());
		});
	}

}
