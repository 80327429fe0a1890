package org.parley.launcher.checks;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.check.EffectCountCheck;

/**
 * Whoever registers is sent one mail. It may come again, under the same id.
 *
 * @param mails how many there are to each person
 * @param sent how many of them the mail server has taken
 * @param arrivals what has come, by username
 */
record MailCheck(Map<String, Long> mails, Map<String, Long> sent, Arrivals arrivals) implements ServiceCheck {

	@Override
	public Stream<LedgerFinding> findings(Ledger ledger) {
		var people = ledger.accepted(LedgerEntryKind.REGISTRATION, LedgerEntry::subject);
		var usernames = ledger.accepted(LedgerEntryKind.REGISTRATION, LedgerEntry::mark);
		return Stream.of(new EffectCountCheck("A mail to person %s is written", people, this.mails),
				new EffectCountCheck("A mail to person %s is sent", people, this.sent),
				new EffectCountCheck("A mail to %s has come", usernames,
						ledger.unanswered(LedgerEntryKind.REGISTRATION, LedgerEntry::mark), this.arrivals.different()))
			.flatMap(EffectCountCheck::findings);
	}

}
