package org.parley.resilience.checks;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.check.EffectCountCheck;

/**
 * Checks that each registered user is sent one mail, which may be delivered again with
 * the same id.
 *
 * @param mails number of stored mails per user
 * @param sent number of mails accepted by the mail server, per user
 * @param arrivals the received mails by username
 */
record MailCheck(Map<String, Long> mails, Map<String, Long> sent, Arrivals arrivals) implements ServiceCheck {

	@Override
	public Stream<LedgerFinding> findings(Ledger ledger) {
		var people = ledger.accepted(LedgerEntryKind.REGISTRATION, LedgerEntry::subject);
		var usernames = ledger.accepted(LedgerEntryKind.REGISTRATION, LedgerEntry::mark);
		return Stream
			.of(new EffectCountCheck("A mail to user %s is stored", people, this.mails),
					new EffectCountCheck("A mail to user %s is sent", people, this.sent),
					new EffectCountCheck("A mail to %s is received", usernames,
							ledger.unanswered(LedgerEntryKind.REGISTRATION, LedgerEntry::mark),
							this.arrivals.countDistinct()))
			.flatMap(EffectCountCheck::findings);
	}

}
