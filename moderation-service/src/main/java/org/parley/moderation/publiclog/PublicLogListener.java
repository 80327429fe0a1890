package org.parley.moderation.publiclog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.AppealDecided;
import org.parley.contracts.moderation.Decision;
import org.parley.contracts.moderation.StatementIssued;
import org.parley.contracts.moderation.StatementLifted;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.cases.review.CaseRuled;
import org.parley.moderation.statement.AppealStatus;
import org.parley.moderation.statement.Statement;
import org.parley.moderation.statement.Statements;
import org.parley.platform.domain.Ids;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Logs acts of moderation, within the transaction of each act. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PublicLogListener {

	private final PublicLog publicLog;

	private final Statements statements;

	PublicLogListener(PublicLog publicLog, Statements statements) {
		this.publicLog = publicLog;
		this.statements = statements;
	}

	@EventListener
	void on(StatementIssued issued) {
		this.statements.find(issued.statementId())
			.ifPresent((statement) -> this.publicLog
				.insert(entry(LoggedAct.of(statement.measure().restriction()), statement, false, issued.issuedAt())));
	}

	@EventListener
	void on(StatementLifted lifted) {
		this.statements.find(lifted.statementId())
			.ifPresent(
					(statement) -> this.publicLog.insert(entry(LoggedAct.LIFTED, statement, false, lifted.liftedAt())));
	}

	@EventListener
	void on(AppealDecided decided) {
		var act = decided.outcome().equals(AppealStatus.OVERTURNED.json()) ? LoggedAct.LIFTED : LoggedAct.UPHELD;
		this.statements.find(decided.statementId())
			.ifPresent((statement) -> this.publicLog.insert(entry(act, statement, true, decided.decidedAt())));
	}

	/** A dismissal has no statement. One that lifts a hold is followed by its end. */
	@EventListener
	void on(CaseRuled ruled) {
		var dismissed = ruled.moderationCase();
		var ruling = dismissed.ruling();
		if (ruling != null && ruling.decision() == Decision.DISMISS && dismissed.reversal() == null) {
			var grounds = dismissed.grounds();
			this.publicLog.insert(new LogEntry(Ids.next(), LoggedAct.DISMISSED, grounds.post().id(),
					grounds.thread().id(), grounds.thread().category(), null, grounds.reasons(), false,
					dismissed.isReported(), policyVersion(grounds), null, false, null, ruling.at()));
		}
	}

	/** Later entries about a statement concern the entry of its decision. */
	private LogEntry entry(LoggedAct act, Statement statement, boolean appealed, Instant at) {
		var grounds = statement.grounds();
		var measure = statement.measure();
		var concerns = this.publicLog.findDecision(statement.id()).map(LogEntry::id).orElse(null);
		var automated = (concerns != null) ? statement.isEndedByCheck() : statement.isAutomated();
		return new LogEntry(Ids.next(), act, grounds.post().id(), grounds.thread().id(), grounds.thread().category(),
				statement.id(), grounds.reasons(), automated, measure.reported(), policyVersion(grounds),
				(act == LoggedAct.BANNED) ? measure.until() : null, appealed, concerns, at);
	}

	private static @Nullable Long policyVersion(CaseGrounds grounds) {
		var finding = grounds.finding();
		return (finding != null) ? finding.policyVersion() : null;
	}

}
