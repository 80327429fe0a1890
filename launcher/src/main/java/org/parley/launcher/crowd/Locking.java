package org.parley.launcher.crowd;

import java.util.random.RandomGenerator;

import org.parley.launcher.client.Gateway;
import org.parley.launcher.crowd.Changing.Step;
import org.parley.launcher.ledger.Kind;

/** A moderator locks a thread, and unlocks it at once: two writes. */
record Locking(Forum forum, Changing changing) implements Writing {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var topic = this.forum.quiet(random);
		var door = this.forum.door(random);
		var moderator = this.forum.cast().moderators().next();
		try {
			topic.change(() -> {
				take(topic, moderator, door, Kind.LOCK, "lock", "locked");
				take(topic, moderator, door, Kind.UNLOCK, "unlock", "open");
			});
		}
		finally {
			this.forum.cast().moderators().join(moderator);
		}
	}

	private void take(Topic topic, Member moderator, Gateway door, Kind kind, String step, String status) {
		this.changing.change(topic, moderator, door, kind, this.forum.cast().mark(),
				new Step("thread." + step + "ed", (person) -> person.post("/threads/%s/%s".formatted(topic.id(), step)),
						(thread) -> thread.text("/data/status").equals(status)));
	}

}
