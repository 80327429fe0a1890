package org.parley.realtime.access.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.contracts.PersonReference;
import org.parley.contracts.chat.ConversationData;
import org.parley.contracts.chat.ConversationKind;
import org.parley.contracts.chat.ConversationReference;
import org.parley.contracts.chat.ConversationSnapshot;
import org.parley.contracts.chat.ConversationSnapshot.ConversationMember;
import org.parley.contracts.chat.MembershipChanged;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.inbox.InstanceEventLost;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.access.ReadPermission;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Members are found by an index, however many others there are. */
class ConversationRightsIT extends RealtimeIT {

	@Autowired
	private ConversationRights conversationRights;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Test
	void queriesOfMembersUseIndexes() {
		var conversation = Ids.next();
		var people = IntStream.range(0, 20).mapToObj((_) -> Ids.next()).toList();
		people.forEach((person) -> join(conversation, person));
		var sent = this.commands.during(() -> {
			assertThat(this.conversationRights.members(conversation).all()).containsExactlyInAnyOrderElementsOf(people);
			this.conversationRights.companionsAmong(people, caller(people.getFirst()));
			this.conversationRights.permission(conversation, caller(people.getFirst()));
			this.conversationRights.dependingOn(Ids.next(), List.of(conversation));
		}).stream().filter((command) -> command.getFirstKey().equals("find")).filter(this::isOurs).toList();
		assertThat(sent).extracting((command) -> command.getString("find").getValue())
			.contains("members", "conversations");
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	@Test
	void membersAreReadOnceForManyMessages() {
		var conversation = Ids.next();
		join(conversation, Ids.next());
		var sent = this.commands
			.during(() -> IntStream.range(0, 10).forEach((_) -> this.conversationRights.members(conversation)))
			.stream()
			.filter((command) -> command.toJson().contains(conversation))
			.map((command) -> command.getString("find").getValue())
			.toList();
		assertThat(sent).containsExactly("conversations", "members");
		join(conversation, Ids.next());
		assertThat(this.conversationRights.members(conversation).all()).hasSize(2);
	}

	@Test
	void membersAreReadAgainAfterEventsWereLost() {
		var conversation = Ids.next();
		var removed = Ids.next();
		join(conversation, removed);
		assertThat(this.conversationRights.members(conversation).all()).containsExactly(removed);
		this.mongo.updateMulti(new Query(Criteria.where("conversationId").is(conversation)),
				Update.update("present", false), "members");
		this.publisher.publishEvent(new InstanceEventLost("realtime"));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.conversationRights.members(conversation).all()).isEmpty());
	}

	@Test
	void snapshotRestoresMembersInItsRangeAndLeavesNewerOnes() {
		var conversation = Ids.next();
		var people = IntStream.range(0, 5).mapToObj((_) -> Ids.next()).toList();
		join(conversation, people.get(0), 1);
		join(conversation, people.get(1), 2);
		join(conversation, people.get(3), 5);
		leave(conversation, people.get(4), 7);
		this.conversationRights.save(snapshot(conversation, false, 0, 4, member(people.get(0), 1),
				member(people.get(2), 3), member(people.get(4), 4)));
		assertThat(this.conversationRights.members(conversation).all()).containsExactlyInAnyOrder(people.get(0),
				people.get(2), people.get(3));
		assertThat(this.conversationRights.permission(conversation, caller(people.get(2))))
			.isEqualTo(ReadPermission.GRANTED);
		join(conversation, people.get(1), 2);
		assertThat(this.conversationRights.permission(conversation, caller(people.get(1))))
			.isEqualTo(ReadPermission.UNKNOWN);
		this.conversationRights.save(snapshot(conversation, true, 0, 7));
		assertThat(this.conversationRights.members(conversation).all()).isEmpty();
		join(conversation, people.get(2), 8);
		this.conversationRights.save(snapshot(conversation, false, 0, 7));
		assertThat(this.conversationRights.permission(conversation, caller(people.get(2))))
			.isEqualTo(ReadPermission.FORBIDDEN);
	}

	@Test
	void writerIsStoredOnce() {
		var conversation = Ids.next();
		var people = List.of(Ids.next(), Ids.next());
		people.forEach((person) -> join(conversation, person));
		var writer = people.getFirst();
		var sent = this.commands
			.during(() -> IntStream.range(0, 10)
				.forEach((_) -> this.conversationRights.addWriter(conversation, writer)))
			.stream()
			.filter((command) -> command.toJson().contains(conversation))
			.map(BsonDocument::getFirstKey)
			.toList();
		assertThat(sent).containsExactly("find", "find", "update", "find", "find");
		assertThat(this.conversationRights.members(conversation).writers()).containsExactly(writer);
	}

	private void join(String conversation, String person) {
		join(conversation, person, 1);
	}

	private void join(String conversation, String person, long version) {
		change("membership.started", conversation, person, version);
	}

	private void leave(String conversation, String person, long version) {
		change("membership.ended", conversation, person, version);
	}

	private void change(String type, String conversation, String person, long version) {
		this.conversationRights.save(
				new MembershipChanged(type, new ConversationReference(conversation, ConversationKind.GROUP, null, null),
						new PersonReference(person, person, person), version, null));
	}

	private static ConversationMember member(String person, long version) {
		return new ConversationMember(person, 0, version);
	}

	private static ConversationSnapshot snapshot(String conversation, boolean removed, long after, long through,
			ConversationMember... members) {
		return new ConversationSnapshot(
				new ConversationData(conversation, ConversationKind.GROUP, null, null, null, members.length, 1),
				removed, List.of(members), after, through);
	}

	private boolean isOurs(BsonDocument command) {
		return Set.of("members", "conversations").contains(command.getString("find").getValue());
	}

	private static Caller caller(String id) {
		return new Caller(id, id, id, "session", Set.of("user"), Set.of("parley"));
	}

}
