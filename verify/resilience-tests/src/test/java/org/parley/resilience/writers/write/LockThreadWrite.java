package org.parley.resilience.writers.write;

import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.writers.ConditionalThreadChange;
import org.parley.resilience.writers.ConditionalThreadChange.Step;
import org.parley.resilience.writers.DrillForum;
import org.parley.resilience.writers.DrillThread;
import org.parley.resilience.writers.DrillUser;
import org.parley.resilience.writers.DrillWrite;

/**
 * A moderator locks a thread and unlocks it: two writes. A thread that was perhaps not
 * locked is not unlocked, because that would be accepted without an effect.
 */
public record LockThreadWrite(DrillForum forum, ConditionalThreadChange threadChange) implements DrillWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var drillThread = this.forum.quiet(random);
		var client = this.forum.client(random);
		var moderator = this.forum.users().moderators().acquire();
		try {
			drillThread.tryChange(() -> {
				if (changeStatus(drillThread, moderator, client, LedgerEntryKind.LOCK, "lock", "locked")) {
					changeStatus(drillThread, moderator, client, LedgerEntryKind.UNLOCK, "unlock", "open");
				}
			});
		}
		finally {
			this.forum.users().moderators().release(moderator);
		}
	}

	private boolean changeStatus(DrillThread drillThread, DrillUser moderator, GatewayClient client,
			LedgerEntryKind ledgerEntryKind, String step, String status) {
		return this.threadChange.change(drillThread, moderator, client, ledgerEntryKind, this.forum.users().newMark(),
				new Step("thread." + step + "ed",
						(user) -> user.post("/threads/%s/%s".formatted(drillThread.id(), step)),
						(thread) -> thread.text("/data/status").equals(status)));
	}

}
