package org.parley.resilience.writers.write;

import java.util.Map;

import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.writers.DrillThread;
import org.parley.resilience.writers.DrillUsers;
import org.parley.resilience.writers.RecordedWrite;
import org.parley.resilience.writers.RetryUntilDefinite;

/** A new user starts a thread and edits it later. */
public final class StartThreadWrite {

	private final DrillUsers drillUsers;

	private final RetryUntilDefinite retryUntilDefinite;

	public StartThreadWrite(DrillUsers drillUsers, Ledger ledger) {
		this.drillUsers = drillUsers;
		this.retryUntilDefinite = new RetryUntilDefinite(ledger);
	}

	public DrillThread start() {
		var owner = this.drillUsers.registerUser();
		var mark = this.drillUsers.newMark();
		var thread = Map.of("category", this.drillUsers.category(), "title", "Thread " + mark, "content",
				"It begins: " + mark);
		var write = new RecordedWrite(LedgerEntryKind.START, mark, "",
				() -> owner.call((user) -> user.with("Idempotency-Key", mark).post("/threads", thread)),
				(answer) -> new LedgerEffect("thread.created", answer.text("/data/id"), 0));
		var answer = this.retryUntilDefinite.execute(write).orElseThrow().is(201);
		return new DrillThread(answer.text("/data/id"), owner);
	}

}
