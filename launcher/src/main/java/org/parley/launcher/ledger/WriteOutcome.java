package org.parley.launcher.ledger;

/** What became of a write, as far as its writer was told. */
public enum WriteOutcome {

	/** Answered with 2xx: it must be there, once, for ever. */
	ACCEPTED,
	/** Answered with 4xx: there must be nothing of it. */
	REFUSED,
	/** Never answered, however often it was repeated: it may be there or not. */
	UNKNOWN

}
