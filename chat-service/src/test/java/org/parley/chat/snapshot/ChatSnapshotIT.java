package org.parley.chat.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.Membership;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.chat.ConversationSnapshot;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.platform.test.media.TestMedia;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** Snapshots contain everything that decides who is in which conversation. */
class ChatSnapshotIT extends ChatIT {

	@Autowired
	private List<Snapshot> snapshots = List.of();

	@Autowired
	private JsonMapper json;

	private final TestMedia media;

	@Autowired
	ChatSnapshotIT(RabbitTemplate rabbit, AmqpAdmin broker) {
		this.media = new TestMedia(rabbit, broker, "chat.events", "chat_members");
	}

	@Test
	void snapshotHasMembersAndNamesRemovedConversations() {
		var alice = aPerson();
		var bob = aPerson();
		var carol = aPerson();
		var group = aGroup(alice, bob, carol);
		send(alice, group, "Hello");
		read(carol, group, 1);
		this.api.post(bob, "/conversations/" + group + "/leave", null);
		var removed = aGroup(alice, bob);
		this.api.delete(alice, "/conversations/" + removed);
		var published = conversations(1, group, removed);
		assertThat(published).extracting(ConversationSnapshot::subject).containsExactly(group, removed);
		var one = published.getFirst();
		assertThat(one.removed()).isFalse();
		assertThat(one.members()).extracting((member) -> member.id() + member.position() + member.version())
			.containsExactly(alice.id() + "01", carol.id() + "13");
		assertThat(one.excludes(bob.id(), 2)).isTrue();
		assertThat(one.excludes(carol.id(), 3)).isFalse();
		assertThat(one.excludes(bob.id(), 5)).as("a later join").isFalse();
		assertThat(published.getLast().removed()).isTrue();
		assertThat(published.getLast().members()).isEmpty();
	}

	@Test
	void rangesOfLargeRoomCoverAllJoins() {
		var room = aRoom(aPerson("admin"));
		var people = IntStream.rangeClosed(2, 500).mapToObj((_) -> Ids.next()).toList();
		this.mongo.insertAll(IntStream.range(0, people.size())
			.mapToObj((i) -> Membership.of(people.get(i), room, 0, Instant.EPOCH, i + 2))
			.toList());
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(room)), Update.update("memberChanges", 501),
				Conversation.class);
		var parts = conversations(200, room);
		assertThat(parts).extracting((part) -> part.after() + ":" + part.through() + ":" + part.members().size())
			.containsExactly("0:200:200", "200:400:200", "400:501:100");
	}

	@Test
	void snapshotHasMediaOfMessagesAndNoneOfDeletedOnes() {
		var alice = aPerson();
		var conversation = aDirectConversation(alice, aPerson());
		var medium = this.media.ready(alice, "message");
		send(alice, conversation, "Without");
		var messages = IntStream.range(0, 2)
			.mapToObj((_) -> this.api
				.post(alice, "/conversations/" + conversation + "/messages", Map.of("attachments", List.of(medium)))
				.id())
			.toList();
		this.api.delete(alice, "/messages/" + messages.getLast());
		assertThat(of(messages.toArray(String[]::new), all("media-use.snapshot", 1)).map(MediaUseChanged.class::cast)
			.map((use) -> use.subject() + use.use().mediaIds() + use.version()))
			.containsExactly(messages.getFirst() + List.of(medium) + "0", messages.getLast() + List.of() + "1");
	}

	@Test
	void queriesUseIndexes() {
		var alice = aPerson();
		this.api.delete(alice, "/messages/" + send(alice, aGroup(alice, aPerson()), "Gone").id());
		var sent = this.commands
			.during(() -> Stream.of("conversation.snapshot", "media-use.snapshot")
				.forEach((type) -> assertThat(all(type, 1)).isNotEmpty()))
			.stream()
			.filter((command) -> command.getFirstKey().equals("find"))
			.filter((command) -> List.of("conversations", "memberships", "messages")
				.contains(command.getString("find").getValue()))
			.toList();
		assertThat(sent).extracting((command) -> command.getString("find").getValue())
			.contains("conversations", "memberships", "messages");
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	private List<ConversationSnapshot> conversations(int limit, String... ids) {
		return of(ids, all("conversation.snapshot", limit)).map(ConversationSnapshot.class::cast).toList();
	}

	/** Leaves out what other tests have created. */
	private static Stream<ParleyEvent> of(String[] subjects, Stream<ParleyEvent> events) {
		return events.filter((event) -> List.of(subjects).contains(event.subject()));
	}

	private Stream<ParleyEvent> all(String type, int limit) {
		var snapshot = this.snapshots.stream().filter((one) -> one.type().equals(type)).findFirst().orElseThrow();
		return Stream
			.<List<? extends ParleyEvent>>iterate(snapshot.after(null, limit), (page) -> !page.isEmpty(),
					(page) -> snapshot.after(snapshot.position(page.getLast()), limit))
			.<ParleyEvent>flatMap(List::stream)
			.peek((event) -> assertThat(EventContract.violations(event.type(), this.json.writeValueAsString(event)))
				.isEmpty());
	}

}
