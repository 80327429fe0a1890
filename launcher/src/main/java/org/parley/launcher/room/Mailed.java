package org.parley.launcher.room;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Counting;
import org.parley.launcher.ledger.Entry;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Kind;
import org.parley.launcher.ledger.Ledger;

/**
 * Whoever registers is sent one mail. It may come again, under the same id.
 *
 * @param mails how many there are to each person
 * @param sent how many of them the mail server has taken
 * @param arrivals what has come, by username
 */
record Mailed(Map<String, Long> mails, Map<String, Long> sent, Arrivals arrivals) implements Room {

	@Override
	public Stream<Finding> findings(Ledger ledger) {
		var people = ledger.accepted(Kind.REGISTRATION, Entry::subject);
		var usernames = ledger.accepted(Kind.REGISTRATION, Entry::mark);
		return Stream
			.of(new Counting("A mail to person %s is written", people, this.mails),
					new Counting("A mail to person %s is sent", people, this.sent),
					new Counting("A mail to %s has come", usernames, ledger.unanswered(Kind.REGISTRATION, Entry::mark),
							this.arrivals.different()))
			.flatMap(Counting::findings);
	}

}
