package org.parley.resilience.drill.fault;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.resilience.drill.SideTraffic;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerFinding;

/**
 * Injects another fault during additional traffic, whose writes are checked in the end.
 */
public final class SideTrafficFault implements Fault {

	private final Function<DrillStage, SideTraffic> open;

	private final Fault fault;

	private @Nullable SideTraffic traffic;

	/**
	 * Creates the fault.
	 * @param open prepares the traffic
	 */
	public SideTrafficFault(Function<DrillStage, SideTraffic> open, Fault fault) {
		this.open = open;
		this.fault = fault;
	}

	@Override
	public void prepare(DrillStage drillStage) {
		this.traffic = this.open.apply(drillStage);
		this.fault.prepare(drillStage);
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) throws InterruptedException {
		traffic().start();
		try {
			return this.fault.strike(drillStage, writing);
		}
		finally {
			traffic().stop();
		}
	}

	@Override
	public List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		var findings = traffic().findings();
		System.out.printf("  %s%n", traffic());
		return findings;
	}

	@Override
	public void mend(DrillStage drillStage) {
		this.fault.mend(drillStage);
	}

	private SideTraffic traffic() {
		return Objects.requireNonNull(this.traffic);
	}

}
