package org.parley.resilience.drill.fault;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.talk.Talk;

/** Injects another fault while people talk; in the end each message must exist once. */
public final class TalkFault implements Fault {

	private final Fault fault;

	private @Nullable Talk talk;

	public TalkFault(Fault fault) {
		this.fault = fault;
	}

	@Override
	public void prepare(DrillStage drillStage) {
		this.talk = Talk.open(drillStage.admin().gateway());
		this.fault.prepare(drillStage);
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) throws InterruptedException {
		talk().start();
		try {
			return this.fault.strike(drillStage, writing);
		}
		finally {
			talk().stop();
		}
	}

	@Override
	public List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		var findings = talk().findings();
		System.out.printf("  %s%n", talk());
		return findings;
	}

	@Override
	public void mend(DrillStage drillStage) {
		this.fault.mend(drillStage);
	}

	private Talk talk() {
		return Objects.requireNonNull(this.talk);
	}

}
