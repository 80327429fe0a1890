package org.parley.launcher.room;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Counting;
import org.parley.launcher.ledger.Entry;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Kind;
import org.parley.launcher.ledger.Ledger;

/**
 * Each post is checked, and the forum knows it. Only a post that opens a thread is
 * checked again, with each new title.
 *
 * @param verdicts how many there are on each reply
 * @param replies that the forum knows to be checked
 * @param threads whose beginning the forum knows to be checked
 */
record Judged(Map<String, Long> verdicts, Map<String, Long> replies, Map<String, Long> threads) implements Room {

	@Override
	public Stream<Finding> findings(Ledger ledger) {
		var posts = ledger.accepted(Kind.REPLY, Entry::subject);
		var started = ledger.accepted(Kind.START, Entry::subject);
		return Stream
			.of(new Counting("A verdict on reply %s is given", posts, this.verdicts),
					new Counting("The verdict on reply %s is applied", posts, this.replies),
					new Counting("The verdict on the beginning of thread %s is applied", started, this.threads))
			.flatMap(Counting::findings);
	}

}
