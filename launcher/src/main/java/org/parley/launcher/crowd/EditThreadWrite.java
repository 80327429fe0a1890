package org.parley.launcher.crowd;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.crowd.ConditionalThreadChange.Step;
import org.parley.launcher.ledger.LedgerEntryKind;

/** The owner of a thread gives it another title. */
record EditThreadWrite(DrillForum forum, ConditionalThreadChange changing) implements CrowdWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var crowdThread = this.forum.any(random);
		crowdThread.change(() -> {
			if (crowdThread.owner().rest().isZero()) {
				edit(crowdThread, this.forum.door(random));
			}
		});
	}

	private void edit(CrowdThread crowdThread, GatewayClient door) {
		var mark = this.forum.cast().mark();
		var title = "Thread " + mark;
		this.changing.change(crowdThread, crowdThread.owner(), door, LedgerEntryKind.EDIT, mark,
				new Step("thread.edited",
						(person) -> person.patch("/threads/" + crowdThread.id(), Map.of("title", title)),
						(thread) -> thread.text("/data/title").equals(title)));
	}

}
