package org.parley.launcher.ledger;

/**
 * Something that is not as it was promised.
 *
 * @param fault which promise
 * @param what happened, for a person
 */
public record LedgerFinding(Fault fault, String what) {

	/** The promises. */
	public enum Fault {

		/** Accepted, and not there. */
		LOST,
		/** There more often than it was accepted. */
		TWICE,
		/** Applied before something that its writer could know of. */
		OUT_OF_ORDER

	}

}
