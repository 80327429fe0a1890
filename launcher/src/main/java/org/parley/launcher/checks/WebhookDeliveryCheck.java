package org.parley.launcher.checks;

import java.util.stream.Stream;

import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.check.EffectCountCheck;

/**
 * Whoever wants to is told of each reply, by a webhook that may come again, under the
 * same id.
 *
 * @param arrivals what has come, by reply
 */
record WebhookDeliveryCheck(Arrivals arrivals) implements ServiceCheck {

	@Override
	public Stream<LedgerFinding> findings(Ledger ledger) {
		return new EffectCountCheck("An endpoint is told of reply %s",
				ledger.accepted(LedgerEntryKind.REPLY, LedgerEntry::subject), this.arrivals.different())
			.findings();
	}

}
