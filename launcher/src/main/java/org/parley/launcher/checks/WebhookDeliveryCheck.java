package org.parley.launcher.checks;

import java.util.stream.Stream;

import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.check.EffectCountCheck;

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
