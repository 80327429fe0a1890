package org.parley.launcher.room;

import java.util.Map;
import java.util.stream.Stream;

import org.parley.launcher.ledger.Counting;
import org.parley.launcher.ledger.Entry;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Kind;
import org.parley.launcher.ledger.Ledger;

/**
 * Each webhook that others had accepted is kept and has had its effect.
 *
 * @param kept how many receipts there are of each
 * @param processed how many of them have had their effect
 */
record Received(Map<String, Long> kept, Map<String, Long> processed) implements Room {

	@Override
	public Stream<Finding> findings(Ledger ledger) {
		var webhooks = ledger.accepted(Kind.WEBHOOK, Entry::mark);
		var open = ledger.unanswered(Kind.WEBHOOK, Entry::mark);
		return Stream
			.of(new Counting("Webhook %s is kept", webhooks, open, this.kept),
					new Counting("Webhook %s is processed", webhooks, open, this.processed))
			.flatMap(Counting::findings);
	}

}
