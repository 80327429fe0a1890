package org.parley.resilience.ledger;

/** The outcome of a write as its client knows it. */
public enum WriteOutcome {

	/** Response 2xx: the write must be stored exactly once. */
	ACCEPTED,
	/** Response 4xx: the write must not be stored. */
	REFUSED,
	/** No definite response: the write may be stored or not. */
	UNKNOWN

}
