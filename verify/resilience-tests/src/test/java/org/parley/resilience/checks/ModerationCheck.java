package org.parley.resilience.checks;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.check.EffectCountCheck;

/**
 * Checks that each post has a verdict. Clean verdicts about visible posts change nothing
 * in the forum.
 *
 * @param replies number of verdicts per reply
 * @param threads number of verdicts per first post, by thread
 */
record ModerationCheck(Map<String, Long> replies, Map<String, Long> threads) implements ServiceCheck {

	@Override
	public Stream<LedgerFinding> findings(Ledger ledger) {
		var posts = ledger.accepted(LedgerEntryKind.REPLY, LedgerEntry::subject);
		var started = ledger.accepted(LedgerEntryKind.START, LedgerEntry::subject);
		return Stream
			.of(new EffectCountCheck("A verdict on reply %s is given", posts, this.replies),
					new EffectCountCheck("A verdict on the first post of thread %s is given", started, this.threads))
			.flatMap(EffectCountCheck::findings);
	}

}
