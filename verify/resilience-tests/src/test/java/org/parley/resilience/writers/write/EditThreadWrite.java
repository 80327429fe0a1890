package org.parley.resilience.writers.write;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.writers.ConditionalThreadChange;
import org.parley.resilience.writers.ConditionalThreadChange.Step;
import org.parley.resilience.writers.DrillForum;
import org.parley.resilience.writers.DrillThread;
import org.parley.resilience.writers.DrillWrite;

/** The author of a thread changes its title. */
public record EditThreadWrite(DrillForum forum, ConditionalThreadChange threadChange) implements DrillWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var drillThread = this.forum.any(random);
		drillThread.tryChange(() -> {
			if (drillThread.owner().waitTime().isZero()) {
				edit(drillThread, this.forum.client(random));
			}
		});
	}

	private void edit(DrillThread drillThread, GatewayClient client) {
		var mark = this.forum.users().newMark();
		var title = "Thread " + mark;
		this.threadChange.change(drillThread, drillThread.owner(), client, LedgerEntryKind.EDIT, mark,
				new Step("thread.edited", (user) -> user.patch("/threads/" + drillThread.id(), Map.of("title", title)),
						(thread) -> thread.text("/data/title").equals(title)));
	}

}
