package org.parley.launcher.writers.write;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.writers.ConditionalThreadChange;
import org.parley.launcher.writers.ConditionalThreadChange.Step;
import org.parley.launcher.writers.DrillForum;
import org.parley.launcher.writers.DrillThread;
import org.parley.launcher.writers.DrillWrite;

/** The owner of a thread gives it another title. */
public record EditThreadWrite(DrillForum forum, ConditionalThreadChange changing) implements DrillWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var drillThread = this.forum.any(random);
		drillThread.change(() -> {
			if (drillThread.owner().rest().isZero()) {
				edit(drillThread, this.forum.door(random));
			}
		});
	}

	private void edit(DrillThread drillThread, GatewayClient door) {
		var mark = this.forum.cast().mark();
		var title = "Thread " + mark;
		this.changing.change(drillThread, drillThread.owner(), door, LedgerEntryKind.EDIT, mark,
				new Step("thread.edited",
						(person) -> person.patch("/threads/" + drillThread.id(), Map.of("title", title)),
						(thread) -> thread.text("/data/title").equals(title)));
	}

}
