package org.parley.launcher.crowd;

import java.util.Map;

import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEffect;
import org.parley.launcher.ledger.LedgerEntryKind;

/** Somebody new starts a thread, and looks after it from then on. */
final class StartThreadWrite {

	private final DrillCast drillCast;

	private final RetryUntilDefinite retryUntilDefinite;

	StartThreadWrite(DrillCast drillCast, Ledger ledger) {
		this.drillCast = drillCast;
		this.retryUntilDefinite = new RetryUntilDefinite(ledger);
	}

	CrowdThread start() {
		var owner = this.drillCast.newcomer();
		var mark = this.drillCast.mark();
		var thread = Map.of("category", this.drillCast.category(), "title", "Thread " + mark, "content",
				"It begins: " + mark);
		var wish = new IdempotentWrite(LedgerEntryKind.START, mark, "",
				() -> owner.ask((person) -> person.with("Idempotency-Key", mark).post("/threads", thread)),
				(answer) -> new LedgerEffect("thread.created", answer.text("/data/id"), 0));
		var answer = this.retryUntilDefinite.on(wish).orElseThrow().is(201);
		return new CrowdThread(answer.text("/data/id"), owner);
	}

}
