package org.parley.launcher.crowd;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.Gateway;
import org.parley.launcher.crowd.Topic.Said;
import org.parley.launcher.ledger.Ballot;
import org.parley.launcher.ledger.Kind;

/** Somebody votes on what another one said. The same vote again changes nothing. */
record Voting(Forum forum, Insisting insisting) implements Writing {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var topic = this.forum.any(random);
		var value = random.nextInt(4) == 0 ? -1 : 1;
		var door = this.forum.door(random);
		var member = this.forum.cast().users().next();
		try {
			topic.postNotBy(member.id(), random).ifPresent((post) -> vote(topic, post, value, member, door));
		}
		finally {
			this.forum.cast().users().join(member);
		}
	}

	private void vote(Topic topic, Said post, int value, Member member, Gateway door) {
		var path = "/posts/%s/vote".formatted(post.id());
		var wish = new Wish(Kind.VOTE, this.forum.cast().mark(), topic.id(),
				() -> member.ask(door, (person) -> person.put(path, Map.of("value", value))), (_) -> null);
		this.insisting.on(wish)
			.filter((answer) -> answer.status() < 300)
			.ifPresent((_) -> this.forum.ledger().add(new Ballot(member.id(), post.id()), value));
	}

}
