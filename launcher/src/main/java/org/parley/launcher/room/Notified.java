package org.parley.launcher.room;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Counting;
import org.parley.launcher.ledger.Entry;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Kind;
import org.parley.launcher.ledger.Ledger;

/**
 * Of each reply one person is told, the author of its thread.
 *
 * @param tellings how many people were told of each reply
 * @param replies of how many replies the author of each thread was told
 */
record Notified(Map<String, Long> tellings, Map<String, Long> replies) implements Room {

	@Override
	public Stream<Finding> findings(Ledger ledger) {
		var one = new Counting("Somebody is told of reply %s", ledger.accepted(Kind.REPLY, Entry::subject),
				this.tellings);
		var all = new Counting("The author of thread %s is told of a reply", ledger.accepted(Kind.REPLY, Entry::key),
				ledger.unanswered(Kind.REPLY, Entry::key), this.replies);
		return Stream.of(one, all).flatMap(Counting::findings);
	}

}
