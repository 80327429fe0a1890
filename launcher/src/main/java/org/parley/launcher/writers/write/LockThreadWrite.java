package org.parley.launcher.writers.write;

import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.writers.ConditionalThreadChange;
import org.parley.launcher.writers.ConditionalThreadChange.Step;
import org.parley.launcher.writers.DrillForum;
import org.parley.launcher.writers.DrillThread;
import org.parley.launcher.writers.DrillUser;
import org.parley.launcher.writers.DrillWrite;

/** A moderator locks a thread, and unlocks it at once: two writes. */
public record LockThreadWrite(DrillForum forum, ConditionalThreadChange changing) implements DrillWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var drillThread = this.forum.quiet(random);
		var door = this.forum.door(random);
		var moderator = this.forum.cast().moderators().next();
		try {
			drillThread.change(() -> {
				take(drillThread, moderator, door, LedgerEntryKind.LOCK, "lock", "locked");
				take(drillThread, moderator, door, LedgerEntryKind.UNLOCK, "unlock", "open");
			});
		}
		finally {
			this.forum.cast().moderators().join(moderator);
		}
	}

	private void take(DrillThread drillThread, DrillUser moderator, GatewayClient door,
			LedgerEntryKind ledgerEntryKind, String step, String status) {
		this.changing.change(drillThread, moderator, door, ledgerEntryKind, this.forum.cast().mark(),
				new Step("thread." + step + "ed",
						(person) -> person.post("/threads/%s/%s".formatted(drillThread.id(), step)),
						(thread) -> thread.text("/data/status").equals(status)));
	}

}
