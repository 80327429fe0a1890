package org.parley.launcher.checks;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.check.EffectCountCheck;

/**
 * Checks that each accepted webhook is stored and processed once.
 *
 * @param kept number of receipts per webhook
 * @param processed number of processed receipts per webhook
 */
record WebhookReceiptCheck(Map<String, Long> kept, Map<String, Long> processed) implements ServiceCheck {

	@Override
	public Stream<LedgerFinding> findings(Ledger ledger) {
		var webhooks = ledger.accepted(LedgerEntryKind.WEBHOOK, LedgerEntry::mark);
		var open = ledger.unanswered(LedgerEntryKind.WEBHOOK, LedgerEntry::mark);
		return Stream
			.of(new EffectCountCheck("Webhook %s is stored", webhooks, open, this.kept),
					new EffectCountCheck("Webhook %s is processed", webhooks, open, this.processed))
			.flatMap(EffectCountCheck::findings);
	}

}
