package org.parley.launcher.crowd;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.crowd.CrowdThread.Said;
import org.parley.launcher.ledger.LedgerEffect;
import org.parley.launcher.ledger.LedgerEntryKind;

/** Somebody replies in a thread. */
record ReplyWrite(DrillForum forum, RetryUntilDefinite insisting) implements CrowdWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var crowdThread = this.forum.any(random);
		var crowdMember = this.forum.cast().users().next();
		try {
			reply(crowdThread, crowdMember, this.forum.door(random));
		}
		finally {
			this.forum.cast().users().join(crowdMember);
		}
	}

	private void reply(CrowdThread crowdThread, CrowdMember crowdMember, GatewayClient door) {
		var mark = this.forum.cast().mark();
		var reply = Map.of("threadId", crowdThread.id(), "content", "Reply " + mark);
		var wish = new IdempotentWrite(LedgerEntryKind.REPLY, mark, crowdThread.id(),
				() -> crowdMember.ask(door, (person) -> person.with("Idempotency-Key", mark).post("/posts", reply)),
				(answer) -> new LedgerEffect("post.created", answer.text("/data/id"), 0));
		this.insisting.on(wish)
			.filter((answer) -> answer.status() < 300)
			.ifPresent((answer) -> crowdThread.add(new Said(answer.text("/data/id"), crowdMember.id())));
	}

}
