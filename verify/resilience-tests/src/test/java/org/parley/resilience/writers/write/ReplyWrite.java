package org.parley.resilience.writers.write;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.writers.DrillForum;
import org.parley.resilience.writers.DrillThread;
import org.parley.resilience.writers.DrillThread.WrittenPost;
import org.parley.resilience.writers.DrillUser;
import org.parley.resilience.writers.DrillWrite;
import org.parley.resilience.writers.RecordedWrite;
import org.parley.resilience.writers.RetryUntilDefinite;

/**
 * A user replies to a thread. Replies to busy threads have no {@code Idempotency-Key}, as
 * only such replies are committed in groups, and are not repeated.
 */
public record ReplyWrite(DrillForum forum, RetryUntilDefinite retry) implements DrillWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var drillThread = this.forum.any(random);
		var drillUser = this.forum.users().members().acquire();
		try {
			reply(drillThread, drillUser, this.forum.client(random));
		}
		finally {
			this.forum.users().members().release(drillUser);
		}
	}

	private void reply(DrillThread drillThread, DrillUser drillUser, GatewayClient client) {
		var keyed = !this.forum.isBusy(drillThread);
		var mark = this.forum.users().newMark();
		var reply = Map.of("threadId", drillThread.id(), "content", "Reply " + mark);
		var write = new RecordedWrite(LedgerEntryKind.REPLY, mark, drillThread.id(),
				() -> drillUser.call(client,
						(user) -> (keyed ? user.with("Idempotency-Key", mark) : user).post("/posts", reply)),
				(answer) -> new LedgerEffect("post.created", answer.text("/data/id"), 0));
		(keyed ? this.retry.execute(write) : this.retry.executeOnce(write)).filter((answer) -> answer.status() < 300)
			.ifPresent((answer) -> drillThread.add(new WrittenPost(answer.text("/data/id"), drillUser.id())));
	}

}
