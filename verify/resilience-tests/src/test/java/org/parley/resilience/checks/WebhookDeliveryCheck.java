package org.parley.resilience.checks;

import java.util.stream.Stream;

import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.check.EffectCountCheck;

/**
 * Checks that a subscriber receives a webhook for each reply, which may be delivered
 * again with the same id.
 *
 * @param arrivals the received webhooks by reply
 */
record WebhookDeliveryCheck(Arrivals arrivals) implements ServiceCheck {

	@Override
	public Stream<LedgerFinding> findings(Ledger ledger) {
		return new EffectCountCheck("A webhook about reply %s is received",
				ledger.accepted(LedgerEntryKind.REPLY, LedgerEntry::subject), this.arrivals.countDistinct())
			.findings();
	}

}
