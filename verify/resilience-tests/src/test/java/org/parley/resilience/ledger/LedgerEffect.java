package org.parley.resilience.ledger;

/**
 * The event that an accepted write must cause at every consumer, exactly once.
 *
 * @param type the event's type
 * @param subject the event's subject
 * @param version the subject's version after the event
 */
public record LedgerEffect(String type, String subject, long version) {

	@Override
	public String toString() {
		return "%s of %s version %d".formatted(this.type, this.subject, this.version);
	}

}
