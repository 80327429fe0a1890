package org.parley.resilience.checks;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.check.EffectCountCheck;

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
