package org.parley.moderation.appeal;

import org.parley.moderation.cases.CaseRefusedException;
import org.parley.moderation.cases.Cases;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.category.ModerationCategories;
import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.statement.Statement;
import org.parley.moderation.statement.StatementRefusedException;
import org.parley.moderation.statement.Statements;

import org.springframework.stereotype.Component;

/** Finds appeals in the categories that a caller moderates. */
@Component
class AppealAccess {

	private final Statements statements;

	private final Cases cases;

	private final ModerationCategories moderationCategories;

	AppealAccess(Statements statements, Cases cases, ModerationCategories moderationCategories) {
		this.statements = statements;
		this.cases = cases;
		this.moderationCategories = moderationCategories;
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

	/**
	 * Returns the statement of an appeal that a moderator may answer. A warning leaves a
	 * held post held, so the moderator who warned has decided about both.
	 */
	Statement getAnswerable(String appealId, Moderator moderator) {
		var found = get(appealId, moderator.scope());
		found.requireAnswerableBy(moderator);
		var ruling = caseOf(found).ruling();
		if (found.hides() && ruling != null && moderator.is(ruling.by())) {
			throw StatementRefusedException.ownDecision();
		}
		return found;
	}

	/** The case of a statement. */
	ModerationCase caseOf(Statement statement) {
		return this.cases.find(statement.caseId())
			.orElseThrow(() -> new IllegalStateException("The statement has no case"));
	}

}
