package org.parley.launcher.checks;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.check.EffectCountCheck;

/**
 * Checks that each post has one verdict and that the forum has applied it. Only the first
 * post of a thread is checked again after a title change.
 *
 * @param verdicts number of verdicts per reply
 * @param replies replies marked as checked in the forum
 * @param threads threads whose first post is marked as checked
 */
record ModerationCheck(Map<String, Long> verdicts, Map<String, Long> replies,
		Map<String, Long> threads) implements ServiceCheck {

	@Override
	public Stream<LedgerFinding> findings(Ledger ledger) {
		var posts = ledger.accepted(LedgerEntryKind.REPLY, LedgerEntry::subject);
		var started = ledger.accepted(LedgerEntryKind.START, LedgerEntry::subject);
		return Stream
			.of(new EffectCountCheck("A verdict on reply %s is given", posts, this.verdicts),
					new EffectCountCheck("The verdict on reply %s is applied", posts, this.replies),
					new EffectCountCheck("The verdict on the first post of thread %s is applied", started,
							this.threads))
			.flatMap(EffectCountCheck::findings);
	}

}
