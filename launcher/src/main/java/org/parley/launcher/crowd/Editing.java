package org.parley.launcher.crowd;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.parley.launcher.client.Gateway;
import org.parley.launcher.crowd.Changing.Step;
import org.parley.launcher.ledger.Kind;

/** The owner of a thread gives it another title. */
record Editing(Forum forum, Changing changing) implements Writing {

	@Override
	public void write(RandomGenerator random) throws InterruptedException {
		var topic = this.forum.any(random);
		topic.change(() -> {
			if (topic.owner().rest().isZero()) {
				edit(topic, this.forum.door(random));
			}
		});
	}

	private void edit(Topic topic, Gateway door) {
		var mark = this.forum.cast().mark();
		var title = "Thread " + mark;
		this.changing.change(topic, topic.owner(), door, Kind.EDIT, mark,
				new Step("thread.edited", (person) -> person.patch("/threads/" + topic.id(), Map.of("title", title)),
						(thread) -> thread.text("/data/title").equals(title)));
	}

}
