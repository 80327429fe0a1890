package org.parley.launcher.checks;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.check.EffectCountCheck;

/**
 * Each webhook that others had accepted is kept and has had its effect.
 *
 * @param kept how many receipts there are of each
 * @param processed how many of them have had their effect
 */
record WebhookReceiptCheck(Map<String, Long> kept, Map<String, Long> processed) implements ServiceCheck {

	@Override
	public Stream<LedgerFinding> findings(Ledger ledger) {
		var webhooks = ledger.accepted(LedgerEntryKind.WEBHOOK, LedgerEntry::mark);
		var open = ledger.unanswered(LedgerEntryKind.WEBHOOK, LedgerEntry::mark);
		return Stream
			.of(new EffectCountCheck("Webhook %s is kept", webhooks, open, this.kept),
					new EffectCountCheck("Webhook %s is processed", webhooks, open, this.processed))
			.flatMap(EffectCountCheck::findings);
	}

}
