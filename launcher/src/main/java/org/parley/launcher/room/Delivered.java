package org.parley.launcher.room;

import java.util.stream.Stream;

import org.parley.launcher.ledger.Counting;
import org.parley.launcher.ledger.Entry;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Kind;
import org.parley.launcher.ledger.Ledger;

/**
 * Whoever wants to is told of each reply, by a webhook that may come again, under the
 * same id.
 *
 * @param arrivals what has come, by reply
 */
record Delivered(Arrivals arrivals) implements Room {

	@Override
	public Stream<Finding> findings(Ledger ledger) {
		return new Counting("An endpoint is told of reply %s", ledger.accepted(Kind.REPLY, Entry::subject),
				this.arrivals.different())
			.findings();
	}

}
