package org.parley.launcher.drill;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Ledger;

/** Something that goes wrong while people write. */
interface Fault {

	/** Sets the stage, before the first write. */
	default void prepare(Stage stage) {
	}

	/**
	 * Goes wrong, again and again if it can, until the writers have what they want.
	 * @return how often
	 */
	int strike(Stage stage, BooleanSupplier writing) throws InterruptedException;

	/**
	 * What is not as it must be after this fault, beside what the ledger itself says.
	 */
	default List<Finding> findings(Stage stage, Ledger ledger) {
		return List.of();
	}

	/** Leaves nothing broken. */
	default void mend(Stage stage) {
	}

}
