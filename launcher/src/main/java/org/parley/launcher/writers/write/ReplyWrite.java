package org.parley.launcher.writers.write;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.ledger.LedgerEffect;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.writers.DrillForum;
import org.parley.launcher.writers.DrillThread;
import org.parley.launcher.writers.DrillThread.Said;
import org.parley.launcher.writers.DrillUser;
import org.parley.launcher.writers.DrillWrite;
import org.parley.launcher.writers.IdempotentWrite;
import org.parley.launcher.writers.RetryUntilDefinite;

/** Somebody replies in a thread. */
public record ReplyWrite(DrillForum forum, RetryUntilDefinite insisting) implements DrillWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var drillThread = this.forum.any(random);
		var drillUser = this.forum.cast().users().next();
		try {
			reply(drillThread, drillUser, this.forum.door(random));
		}
		finally {
			this.forum.cast().users().join(drillUser);
		}
	}

	private void reply(DrillThread drillThread, DrillUser drillUser, GatewayClient door) {
		var mark = this.forum.cast().mark();
		var reply = Map.of("threadId", drillThread.id(), "content", "Reply " + mark);
		var wish = new IdempotentWrite(LedgerEntryKind.REPLY, mark, drillThread.id(),
				() -> drillUser.ask(door, (person) -> person.with("Idempotency-Key", mark).post("/posts", reply)),
				(answer) -> new LedgerEffect("post.created", answer.text("/data/id"), 0));
		this.insisting.on(wish)
			.filter((answer) -> answer.status() < 300)
			.ifPresent((answer) -> drillThread.add(new Said(answer.text("/data/id"), drillUser.id())));
	}

}
