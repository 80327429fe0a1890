package org.parley.moderation.appeal;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.statement.Statement;
import org.parley.moderation.statement.Statements;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Answers an appeal: the decision stands. */
@Component
class UpholdDecision {

	private final AppealAccess access;

	private final Statements statements;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	private final AdministratorActs acts;

	UpholdDecision(AppealAccess access, Statements statements, UnitOfWork unitOfWork,
			ApplicationEventPublisher publisher, InstantSource clock, AdministratorActs acts) {
		this.access = access;
		this.statements = statements;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
		this.clock = clock;
		this.acts = acts;
	}

	Statement uphold(String appealId, @Nullable String note, Moderator moderator) {
		return this.unitOfWork.run(() -> {
			var statement = this.access.getAnswerable(appealId, moderator);
			statement.uphold(moderator, note, this.clock.instant());
			this.statements.update(statement);
			this.publisher.publishEvent(statement.answered());
			this.acts.record(AdministratorAct.APPEAL_DECIDED, moderator.person().id(), "upheld " + appealId);
			return statement;
		});
	}

}
