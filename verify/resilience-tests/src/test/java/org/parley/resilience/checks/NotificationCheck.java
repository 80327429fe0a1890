package org.parley.resilience.checks;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.check.EffectCountCheck;

/**
 * Checks that the author of the thread is notified of each reply, once.
 *
 * @param receipts number of notified users per reply
 * @param replies number of replies in the notifications of each thread's author
 */
record NotificationCheck(Map<String, Long> receipts, Map<String, Long> replies) implements ServiceCheck {

	@Override
	public Stream<LedgerFinding> findings(Ledger ledger) {
		var one = new EffectCountCheck("A notification of reply %s is created",
				ledger.accepted(LedgerEntryKind.REPLY, LedgerEntry::subject), this.receipts);
		var all = new EffectCountCheck("The author of thread %s is notified of a reply",
				ledger.accepted(LedgerEntryKind.REPLY, LedgerEntry::key),
				ledger.unanswered(LedgerEntryKind.REPLY, LedgerEntry::key), this.replies);
		return Stream.of(one, all).flatMap(EffectCountCheck::findings);
	}

}
