package org.parley.launcher.crowd;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.crowd.CrowdThread.Said;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerVote;

/** Somebody votes on what another one said. The same vote again changes nothing. */
record CastVoteWrite(DrillForum forum, RetryUntilDefinite insisting) implements CrowdWrite {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var crowdThread = this.forum.any(random);
		var value = random.nextInt(4) == 0 ? -1 : 1;
		var door = this.forum.door(random);
		var crowdMember = this.forum.cast().users().next();
		try {
			crowdThread.postNotBy(crowdMember.id(), random)
				.ifPresent((post) -> vote(crowdThread, post, value, crowdMember, door));
		}
		finally {
			this.forum.cast().users().join(crowdMember);
		}
	}

	private void vote(CrowdThread crowdThread, Said post, int value, CrowdMember crowdMember, GatewayClient door) {
		var path = "/posts/%s/vote".formatted(post.id());
		var wish = new IdempotentWrite(LedgerEntryKind.VOTE, this.forum.cast().mark(), crowdThread.id(),
				() -> crowdMember.ask(door, (person) -> person.put(path, Map.of("value", value))), (_) -> null);
		this.insisting.on(wish)
			.filter((answer) -> answer.status() < 300)
			.ifPresent((_) -> this.forum.ledger().add(new LedgerVote(crowdMember.id(), post.id()), value));
	}

}
