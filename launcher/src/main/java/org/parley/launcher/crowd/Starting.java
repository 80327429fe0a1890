package org.parley.launcher.crowd;

import java.util.Map;

import org.parley.launcher.ledger.Effect;
import org.parley.launcher.ledger.Kind;
import org.parley.launcher.ledger.Ledger;

/** Somebody new starts a thread, and looks after it from then on. */
final class Starting {

	private final Cast cast;

	private final Insisting insisting;

	Starting(Cast cast, Ledger ledger) {
		this.cast = cast;
		this.insisting = new Insisting(ledger);
	}

	Topic start() {
		var owner = this.cast.newcomer();
		var mark = this.cast.mark();
		var thread = Map.of("category", this.cast.category(), "title", "Thread " + mark, "content",
				"It begins: " + mark);
		var wish = new Wish(Kind.START, mark, "",
				() -> owner.ask((person) -> person.with("Idempotency-Key", mark).post("/threads", thread)),
				(answer) -> new Effect("thread.created", answer.text("/data/id"), 0));
		var answer = this.insisting.on(wish).orElseThrow().is(201);
		return new Topic(answer.text("/data/id"), owner);
	}

}
