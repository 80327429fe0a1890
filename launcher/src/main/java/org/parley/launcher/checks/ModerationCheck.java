package org.parley.launcher.checks;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.check.EffectCountCheck;

/**
 * Each post is checked, and the forum knows it. Only a post that opens a thread is
 * checked again, with each new title.
 *
 * @param verdicts how many there are on each reply
 * @param replies that the forum knows to be checked
 * @param threads whose beginning the forum knows to be checked
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
					new EffectCountCheck("The verdict on the beginning of thread %s is applied", started, this.threads))
			.flatMap(EffectCountCheck::findings);
	}

}
