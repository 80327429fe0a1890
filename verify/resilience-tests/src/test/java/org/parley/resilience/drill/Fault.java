package org.parley.resilience.drill;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerFinding;

/** A fault that is injected while clients write. */
public interface Fault {

	/** Prepares the fault before the first write. */
	default void prepare(DrillStage drillStage) {
	}

	/**
	 * Injects the fault, repeatedly if possible, while the writers run.
	 * @return the number of injected faults
	 */
	int strike(DrillStage drillStage, BooleanSupplier writing) throws InterruptedException;

	/**
	 * Returns findings of checks that are specific to this fault.
	 */
	default List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		return List.of();
	}

	/** Restores the normal state. */
	default void mend(DrillStage drillStage) {
	}

}
