package org.parley.resilience.writers.write;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerVote;
import org.parley.resilience.writers.DrillForum;
import org.parley.resilience.writers.DrillThread;
import org.parley.resilience.writers.DrillThread.WrittenPost;
import org.parley.resilience.writers.DrillUser;
import org.parley.resilience.writers.DrillWrite;
import org.parley.resilience.writers.RecordedWrite;
import org.parley.resilience.writers.RetryUntilDefinite;

/** A user votes on another user's post. A repeated vote changes nothing. */
public record CastVoteWrite(DrillForum forum, RetryUntilDefinite retry) implements DrillWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var drillThread = this.forum.any(random);
		var value = random.nextInt(4) == 0 ? -1 : 1;
		var client = this.forum.client(random);
		var drillUser = this.forum.users().members().acquire();
		try {
			drillThread.postNotBy(drillUser.id(), random)
				.ifPresent((post) -> vote(drillThread, post, value, drillUser, client));
		}
		finally {
			this.forum.users().members().release(drillUser);
		}
	}

	private void vote(DrillThread drillThread, WrittenPost post, int value, DrillUser drillUser, GatewayClient client) {
		var path = "/posts/%s/vote".formatted(post.id());
		var write = new RecordedWrite(LedgerEntryKind.VOTE, this.forum.users().newMark(), drillThread.id(),
				() -> drillUser.call(client, (user) -> user.put(path, Map.of("value", value))), (_) -> null);
		this.retry.execute(write)
			.filter((answer) -> answer.status() < 300)
			.ifPresent((_) -> this.forum.ledger().add(new LedgerVote(drillUser.id(), post.id()), value));
	}

}
