package org.parley.chat.retention;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.chat.ChatIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares unread counts and last messages with a plain model through random orders of
 * messages, also those that were accepted without the database, edits, deletions, reads,
 * mutes, leaves, joins, retention and erasure: after each step for two people, as reading
 * fills caches, and after each fifth for all. A failure names the seed and the steps.
 */
class UnreadModelIT extends ChatIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int STEPS = 60;

	private final Map<String, Long> positions = new HashMap<>();

	private final List<Sent> sent = new ArrayList<>();

	private final Set<String> members = new HashSet<>();

	private final List<String> steps = new ArrayList<>();

	private final Set<String> erased = new HashSet<>();

	@Autowired
	private RemoveMessages removeMessages;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@ParameterizedTest
	@ValueSource(longs = { 1, 20_261_121, 42, 777, 99_991 })
	void unreadCountsMatchTheModel(long seed) {
		var random = new Random(seed);
		var admin = aPerson("moderator", "admin");
		var people = List.of(admin, aPerson(), aPerson(), aPerson());
		var room = aRoom(admin);
		joined(admin);
		for (int i = 0; i < STEPS; i++) {
			this.clock.move(Duration.ofSeconds(1));
			var person = people.get(random.nextInt(people.size()));
			if (this.erased.contains(person.id())) {
				continue;
			}
			if (i == STEPS / 2) {
				erase(people.getLast());
			}
			else {
				step(random, person, room);
			}
			assertUnread(person, room, seed);
			assertUnread(people.get(i % people.size()), room, seed);
			if (i % 5 == 0 || i == STEPS - 1) {
				people.forEach((reader) -> assertUnread(reader, room, seed));
				assertLast(admin, room, seed);
			}
		}
	}

	private void assertUnread(TestUser reader, String room, long seed) {
		assertThat(unread(reader, room)).as("seed %d: %s", seed, this.steps).isEqualTo(expected(reader));
	}

	private void assertLast(TestUser reader, String room, long seed) {
		if (!this.members.contains(reader.id())) {
			return;
		}
		var seen = this.sent.stream().filter((message) -> !message.expired()).map(Sent::id).toList();
		assertThat(this.api.get(reader, "/conversations/" + room).data().at("/lastMessage/id").asString(""))
			.as("seed %d: %s", seed, this.steps)
			.isEqualTo(seen.isEmpty() ? "" : seen.getLast());
		assertThat(this.api.get(reader, "/conversations/" + room + "/messages?limit=100")
			.body()
			.path("data")
			.valueStream()
			.map((message) -> message.path("id").asString())
			.toList()).as("seed %d: %s", seed, this.steps).isEqualTo(seen.reversed());
	}

	private void step(Random random, TestUser person, String room) {
		var path = "/conversations/" + room;
		if (!this.members.contains(person.id())) {
			this.steps.add("join " + person.username());
			this.api.post(person, path + "/join", null);
			joined(person);
			return;
		}
		switch (random.nextInt(11)) {
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
			case 7 -> accept(person, room);
			case 8 -> expire(random, room);
			case 9 -> history(person, room);
			default -> {
				this.steps.add("leave " + person.username());
				this.api.post(person, path + "/leave", null);
				this.members.remove(person.id());
			}
		}
	}

	/** The message takes the way of those that were accepted without the database. */
	private void accept(TestUser person, String room) {
		this.steps.add("accept " + person.username());
		var id = Ids.next();
		var event = (ObjectNode) JSON.readTree(EventContract.example("message.accepted"));
		event.put("id", Ids.next()).put("subject", id).put("partitionkey", room);
		var message = event.withObject("/data/message");
		message.put("id", id)
			.put("conversationId", room)
			.put("clientId", id)
			.put("createdAt", this.clock.instant().toString())
			.putNull("replyTo");
		message.withObject("/author").put("id", person.id()).put("username", person.username());
		event.withObject("/data/conversation").put("id", room);
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send(Topology.lettersOf("message_save"), Topology.AGAIN,
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.api.get(person, "/messages/" + id).status() == 200);
		this.sent.add(new Sent(id, person));
	}

	/** Removes all messages before one of them. */
	private void expire(Random random, String room) {
		if (this.sent.isEmpty()) {
			return;
		}
		var count = random.nextInt(this.sent.size() + 1);
		this.steps.add("expire " + count);
		var cutoff = (count < this.sent.size()) ? createdAt(this.sent.get(count).id()) : this.clock.instant();
		if (cutoff != null) {
			this.removeMessages.next(room, 0, cutoff);
			this.sent.subList(0, count).replaceAll(Sent::expire);
		}
	}

	/** The time of a message; null if it has expired. */
	private @Nullable Instant createdAt(String id) {
		var stored = this.mongo.findById(id, Document.class, "messages");
		return (stored != null) ? stored.getDate("createdAt").toInstant() : null;
	}

	/** Reading a page changes nothing, and fills the recent messages. */
	private void history(TestUser person, String room) {
		this.steps.add("history " + person.username());
		assertThat(this.api.get(person, "/conversations/" + room + "/messages").status()).isEqualTo(200);
	}

	private void erase(TestUser person) {
		this.steps.add("erase " + person.username());
		new PersonalDataKit(this.rabbit, this.broker, "chat.events", "chat_members").erase(person.id());
		this.erased.add(person.id());
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
				this.sent.set(index, new Sent(message.id(), message.author(), true, false));
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
			.filter((message) -> !message.deleted() && !message.expired() && !message.author().equals(person))
			.count();
	}

	/**
	 * A message of the model.
	 *
	 * @param deleted whether it is deleted
	 * @param expired whether retention has removed it
	 */
	private record Sent(String id, TestUser author, boolean deleted, boolean expired) {

		Sent(String id, TestUser author) {
			this(id, author, false, false);
		}

		Sent expire() {
			return new Sent(this.id, this.author, this.deleted, true);
		}

	}

}
