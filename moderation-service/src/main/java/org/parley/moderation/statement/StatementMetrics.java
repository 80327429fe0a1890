package org.parley.moderation.statement;

import java.time.InstantSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.contracts.moderation.AppealDecided;
import org.parley.contracts.moderation.StatementIssued;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts statements and answered appeals after their transactions. The numbers of open
 * appeals are those of the whole cluster.
 */
@Component
class StatementMetrics {

	private final MeterRegistry meters;

	StatementMetrics(Statements statements, InstantSource clock, MeterRegistry meters) {
		this.meters = meters;
		Gauge.builder("parley.appeals.open", statements, Statements::countOpen)
			.description("Appeals without an answer")
			.strongReference(true)
			.register(meters);
		Gauge.builder("parley.appeals.overdue", statements, (stored) -> stored.countOverdue(clock.instant()))
			.description("Open appeals after their deadline")
			.strongReference(true)
			.register(meters);
	}

	@TransactionalEventListener
	void on(StatementIssued issued) {
		this.meters
			.counter("parley.statements", "restriction", issued.restriction(), "automated",
					Boolean.toString(issued.automated()))
			.increment();
	}

	@TransactionalEventListener
	void on(AppealDecided decided) {
		this.meters.counter("parley.appeals.answered", "outcome", decided.outcome()).increment();
	}

}
