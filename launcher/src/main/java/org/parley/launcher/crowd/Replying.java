package org.parley.launcher.crowd;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.Gateway;
import org.parley.launcher.crowd.Topic.Said;
import org.parley.launcher.ledger.Effect;
import org.parley.launcher.ledger.Kind;

/** Somebody replies in a thread. */
record Replying(Forum forum, Insisting insisting) implements Writing {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var topic = this.forum.any(random);
		var member = this.forum.cast().users().next();
		try {
			reply(topic, member, this.forum.door(random));
		}
		finally {
			this.forum.cast().users().join(member);
		}
	}

	private void reply(Topic topic, Member member, Gateway door) {
		var mark = this.forum.cast().mark();
		var reply = Map.of("threadId", topic.id(), "content", "Reply " + mark);
		var wish = new Wish(Kind.REPLY, mark, topic.id(),
				() -> member.ask(door, (person) -> person.with("Idempotency-Key", mark).post("/posts", reply)),
				(answer) -> new Effect("post.created", answer.text("/data/id"), 0));
		this.insisting.on(wish)
			.filter((answer) -> answer.status() < 300)
			.ifPresent((answer) -> topic.add(new Said(answer.text("/data/id"), member.id())));
	}

}
