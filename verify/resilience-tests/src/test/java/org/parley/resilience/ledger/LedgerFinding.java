package org.parley.resilience.ledger;

/**
 * A violated guarantee.
 *
 * @param fault the violated guarantee
 * @param what a description
 */
public record LedgerFinding(Fault fault, String what) {

	/** The guarantees. */
	public enum Fault {

		/** An accepted write had no effect. */
		LOST,
		/** A write had more than one effect. */
		TWICE,
		/** An effect was applied before an earlier one. */
		OUT_OF_ORDER,
		/** A request had no definite response, where none may fail. */
		FAILED

	}

}
