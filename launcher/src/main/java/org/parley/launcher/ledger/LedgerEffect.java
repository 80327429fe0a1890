package org.parley.launcher.ledger;

/**
 * What an accepted write must bring about at every listener, exactly once.
 *
 * @param type of the event
 * @param subject that it happened to
 * @param version of the subject since then
 */
public record LedgerEffect(String type, String subject, long version) {

	@Override
	public String toString() {
		return "%s of %s version %d".formatted(this.type, this.subject, this.version);
	}

}
