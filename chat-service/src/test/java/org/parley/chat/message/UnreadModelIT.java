package org.parley.chat.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.chat.ChatIT;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares unread counts with a plain model through random orders of messages, edits,
 * deletions, reads, mutes, leaves and joins. A failure names the seed and the steps.
 */
class UnreadModelIT extends ChatIT {

	private static final int STEPS = 60;

	private final Map<String, Long> positions = new HashMap<>();

	private final List<Sent> sent = new ArrayList<>();

	private final Set<String> members = new HashSet<>();

	private final List<String> steps = new ArrayList<>();

	@ParameterizedTest
	@ValueSource(longs = { 1, 20_261_121, 42, 777, 99_991 })
	void unreadCountsMatchTheModel(long seed) {
		var random = new Random(seed);
		var admin = aPerson("moderator", "admin");
		var people = List.of(admin, aPerson(), aPerson());
		var room = aRoom(admin);
		joined(admin);
		for (int i = 0; i < STEPS; i++) {
			step(random, people.get(random.nextInt(people.size())), room);
			for (var person : people) {
				assertThat(unread(person, room)).as("seed %d: %s", seed, this.steps).isEqualTo(expected(person));
			}
		}
	}

	private void step(Random random, TestUser person, String room) {
		var path = "/conversations/" + room;
		if (!this.members.contains(person.id())) {
			this.steps.add("join " + person.username());
			this.api.post(person, path + "/join", null);
			joined(person);
			return;
		}
		switch (random.nextInt(8)) {
			case 0, 1, 2 -> {
				this.steps.add("send " + person.username());
				this.sent.add(new Sent(send(person, room, "Message").id(), person));
			}
			case 3 -> delete(random);
			case 4 -> edit(random);
			case 5 -> {
				var seq = random.nextInt(this.sent.size() + 3);
				this.steps.add("read " + person.username() + " " + seq);
				read(person, room, seq);
				this.positions.merge(person.id(), (long) Math.min(seq, this.sent.size()), Math::max);
			}
			case 6 -> {
				this.steps.add("mute " + person.username());
				this.api.put(person, path + "/mute", Map.of("until", this.clock.instant().plusSeconds(60).toString()));
			}
			default -> {
				this.steps.add("leave " + person.username());
				this.api.post(person, path + "/leave", null);
				this.members.remove(person.id());
			}
		}
	}

	private void joined(TestUser person) {
		this.members.add(person.id());
		this.positions.put(person.id(), (long) this.sent.size());
	}

	private void delete(Random random) {
		if (!this.sent.isEmpty()) {
			var index = random.nextInt(this.sent.size());
			var message = this.sent.get(index);
			this.steps.add("delete " + (index + 1));
			var status = this.api.delete(message.author(), "/messages/" + message.id()).status();
			if (status == 204) {
				this.sent.set(index, new Sent(message.id(), message.author(), true));
			}
		}
	}

	private void edit(Random random) {
		if (!this.sent.isEmpty()) {
			var message = this.sent.get(random.nextInt(this.sent.size()));
			this.steps.add("edit");
			this.api.patch(message.author(), "/messages/" + message.id(), Map.of("text", "Edited"));
		}
	}

	private long expected(TestUser person) {
		if (!this.members.contains(person.id())) {
			return -1;
		}
		var position = this.positions.getOrDefault(person.id(), 0L);
		return this.sent.stream()
			.skip(position)
			.filter((message) -> !message.deleted() && !message.author().equals(person))
			.count();
	}

	/**
	 * A message of the model.
	 *
	 * @param id the id
	 * @param author the author
	 * @param deleted whether it is deleted
	 */
	private record Sent(String id, TestUser author, boolean deleted) {

		Sent(String id, TestUser author) {
			this(id, author, false);
		}

	}

}
