package org.parley.launcher.writers.write;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerVote;
import org.parley.launcher.writers.DrillForum;
import org.parley.launcher.writers.DrillThread;
import org.parley.launcher.writers.DrillThread.Said;
import org.parley.launcher.writers.DrillUser;
import org.parley.launcher.writers.DrillWrite;
import org.parley.launcher.writers.IdempotentWrite;
import org.parley.launcher.writers.RetryUntilDefinite;

/** Somebody votes on what another one said. The same vote again changes nothing. */
public record CastVoteWrite(DrillForum forum, RetryUntilDefinite insisting) implements DrillWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var drillThread = this.forum.any(random);
		var value = random.nextInt(4) == 0 ? -1 : 1;
		var door = this.forum.door(random);
		var drillUser = this.forum.cast().users().next();
		try {
			drillThread.postNotBy(drillUser.id(), random)
				.ifPresent((post) -> vote(drillThread, post, value, drillUser, door));
		}
		finally {
			this.forum.cast().users().join(drillUser);
		}
	}

	private void vote(DrillThread drillThread, Said post, int value, DrillUser drillUser, GatewayClient door) {
		var path = "/posts/%s/vote".formatted(post.id());
		var wish = new IdempotentWrite(LedgerEntryKind.VOTE, this.forum.cast().mark(), drillThread.id(),
				() -> drillUser.ask(door, (person) -> person.put(path, Map.of("value", value))), (_) -> null);
		this.insisting.on(wish)
			.filter((answer) -> answer.status() < 300)
			.ifPresent((_) -> this.forum.ledger().add(new LedgerVote(drillUser.id(), post.id()), value));
	}

}
