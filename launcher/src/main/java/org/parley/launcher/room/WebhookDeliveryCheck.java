package org.parley.launcher.room;

import java.util.stream.Stream;

import org.parley.launcher.ledger.EffectCountCheck;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;

/**
 * Whoever wants to is told of each reply, by a webhook that may come again, under the
 * same id.
 *
 * @param arrivals what has come, by reply
 */
record WebhookDeliveryCheck(OutsideArrivals arrivals) implements ServiceCheck {

	@Override
	public Stream<LedgerFinding> findings(Ledger ledger) {
		return new EffectCountCheck("An endpoint is told of reply %s",
				ledger.accepted(LedgerEntryKind.REPLY, LedgerEntry::subject), this.arrivals.different())
			.findings();
	}

}
