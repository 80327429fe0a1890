package org.parley.launcher.crowd;

import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.crowd.ConditionalThreadChange.Step;
import org.parley.launcher.ledger.LedgerEntryKind;

/** A moderator locks a thread, and unlocks it at once: two writes. */
record LockThreadWrite(DrillForum forum, ConditionalThreadChange changing) implements CrowdWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var crowdThread = this.forum.quiet(random);
		var door = this.forum.door(random);
		var moderator = this.forum.cast().moderators().next();
		try {
			crowdThread.change(() -> {
				take(crowdThread, moderator, door, LedgerEntryKind.LOCK, "lock", "locked");
				take(crowdThread, moderator, door, LedgerEntryKind.UNLOCK, "unlock", "open");
			});
		}
		finally {
			this.forum.cast().moderators().join(moderator);
		}
	}

	private void take(CrowdThread crowdThread, CrowdMember moderator, GatewayClient door,
			LedgerEntryKind ledgerEntryKind, String step, String status) {
		this.changing.change(crowdThread, moderator, door, ledgerEntryKind, this.forum.cast().mark(),
				new Step("thread." + step + "ed",
						(person) -> person.post("/threads/%s/%s".formatted(crowdThread.id(), step)),
						(thread) -> thread.text("/data/status").equals(status)));
	}

}
