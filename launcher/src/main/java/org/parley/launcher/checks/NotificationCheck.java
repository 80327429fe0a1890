package org.parley.launcher.checks;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.check.EffectCountCheck;

/**
 * Of each reply one person is told, the author of its thread.
 *
 * @param tellings how many people were told of each reply
 * @param replies of how many replies the author of each thread was told
 */
record NotificationCheck(Map<String, Long> tellings, Map<String, Long> replies) implements ServiceCheck {

	@Override
	public Stream<LedgerFinding> findings(Ledger ledger) {
		var one = new EffectCountCheck("Somebody is told of reply %s",
				ledger.accepted(LedgerEntryKind.REPLY, LedgerEntry::subject), this.tellings);
		var all = new EffectCountCheck("The author of thread %s is told of a reply",
				ledger.accepted(LedgerEntryKind.REPLY, LedgerEntry::key),
				ledger.unanswered(LedgerEntryKind.REPLY, LedgerEntry::key), this.replies);
		return Stream.of(one, all).flatMap(EffectCountCheck::findings);
	}

}
