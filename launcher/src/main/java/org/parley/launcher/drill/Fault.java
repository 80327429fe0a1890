package org.parley.launcher.drill;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerFinding;

/** Something that goes wrong while people write. */
public interface Fault {

	/** Sets the stage, before the first write. */
	default void prepare(DrillStage drillStage) {
	}

	/**
	 * Goes wrong, again and again if it can, until the writers have what they want.
	 * @return how often
	 */
	int strike(DrillStage drillStage, BooleanSupplier writing) throws InterruptedException;

	/**
	 * What is not as it must be after this fault, beside what the ledger itself says.
	 */
	default List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		return List.of();
	}

	/** Leaves nothing broken. */
	default void mend(DrillStage drillStage) {
	}

}
