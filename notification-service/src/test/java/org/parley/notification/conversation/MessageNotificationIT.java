package org.parley.notification.conversation;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.notification.news.Actor;
import org.parley.notification.push.TestBrowser;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.clock.MovableClock;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** Unread messages are notified of in the list, and by one mail. */
@NotificationTest
class MessageNotificationIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private TestMailServer mailServer;

	@Autowired
	private MovableClock clock;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	@Qualifier("messageMailLoop")
	private ClusterLoop mails;

	@Autowired
	private MessageMailWorker worker;

	@Autowired
	private NotifyMembers notifyMembers;

	@Autowired
	private UnitOfWork unitOfWork;

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	void messagesOfAConversationShareOneNotification() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var direct = direct(alice, bob);
		direct.send(bob, this.clock.instant());
		direct.publish(this.fixture);
		soon().untilAsserted(() -> {
			var one = only(alice);
			assertThat(one.path("kind").asString()).isEqualTo("message");
			assertThat(one.path("title").asString()).isEqualTo(bob.name() + " sent you a message");
			assertThat(one.path("link").asString()).isEqualTo("/chat/" + direct.id());
		});
		direct.send(bob, this.clock.instant());
		direct.send(bob, this.clock.instant());
		direct.publish(this.fixture);
		soon().untilAsserted(
				() -> assertThat(only(alice).path("title").asString()).isEqualTo(bob.name() + " sent you 3 messages"));
		assertThat(this.fixture.unreadCount(alice)).isOne();
		assertThat(this.fixture.notifications(bob)).isEmpty();
		assertThat(only(alice).toString()).doesNotContain("secret");
	}

	@Test
	void loneInstancePollsAsOftenBecauseNoSignalTellsOfMails() {
		this.worker.waits();
		assertThat(this.worker.pollAlone()).isLessThanOrEqualTo(Duration.ofSeconds(12));
	}

	@Test
	void messagesOfRoomsNotifyNobody() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var room = new TestConversation("room", "Balcony");
		room.join(alice);
		room.join(bob);
		room.send(bob, this.clock.instant());
		room.publish(this.fixture);
		var direct = direct(alice, bob);
		direct.send(bob, this.clock.instant());
		direct.publish(this.fixture);
		soon().untilAsserted(() -> assertThat(only(alice).path("link").asString()).isEqualTo("/chat/" + direct.id()));
	}

	@Test
	void oneMailIsSentUntilTheConversationIsRead() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var group = group("Growers", alice, bob);
		group.send(bob, this.clock.instant());
		group.send(bob, this.clock.instant());
		group.publish(this.fixture);
		soon().until(() -> count(alice) == 2);
		pass(Duration.ofMinutes(9));
		assertThat(this.mailServer.receivedBy(alice.address())).isEmpty();
		pass(Duration.ofMinutes(2));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var mail = this.mailServer.receivedBy(alice.address()).getFirst();
		assertThat(mail.subject()).isEqualTo("2 unread messages in “Growers”");
		assertThat(mail.text()).contains("/chat/" + group.id()).doesNotContain("secret", bob.name());
		assertThat(mail.unsubscribe()).isNotEmpty();
		group.send(bob, this.clock.instant());
		group.publish(this.fixture);
		soon().until(() -> count(alice) == 3);
		pass(Duration.ofMinutes(30));
		group.read(alice, 3);
		group.publish(this.fixture);
		soon().until(() -> count(alice) == 0);
		group.rename("Gardeners");
		group.send(bob, this.clock.instant());
		group.publish(this.fixture);
		soon().until(() -> count(alice) == 1);
		assertThat(this.mailServer.receivedBy(alice.address())).hasSize(1);
		pass(Duration.ofMinutes(11));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 2);
		assertThat(this.mailServer.receivedBy(alice.address()).getLast().subject()).contains("Gardeners");
		assertThat(this.mailServer.receivedBy(bob.address())).isEmpty();
	}

	/** Events may come in another order. */
	@Test
	void renamedGroupRenamesItsNotifications() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var group = group(null, alice, bob);
		group.send(bob, this.clock.instant());
		group.publish(this.fixture);
		soon().until(() -> count(alice) == 1);
		group.rename("Growers", 1);
		var outdated = group.happened();
		group.send(bob, this.clock.instant());
		var late = group.happened();
		group.rename("Gardeners", 2);
		group.publish(this.fixture);
		soon().untilAsserted(
				() -> assertThat(only(alice).path("title").asString()).isEqualTo(bob.name() + " wrote in “Gardeners”"));
		outdated.forEach((event) -> this.fixture.publish(event.type(), event.data()));
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
		late.forEach((event) -> this.fixture.publish(event.type(), event.data()));
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).hasSize(2)
			.allSatisfy((one) -> assertThat(one.path("title").asString()).contains("Gardeners")));
		pass(Duration.ofMinutes(11));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(alice.address()).getLast().subject()).contains("Gardeners");
	}

	@Test
	void lateMembershipTakesThePresentNameOfItsGroup() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var group = new TestConversation("group", "Growers");
		group.join(alice);
		var late = group.happened();
		group.join(bob);
		group.send(bob, this.clock.instant());
		group.rename("Gardeners", 1);
		group.publish(this.fixture);
		soon().until(() -> Objects.equals(1L, stored(group).get("named")));
		late.forEach((event) -> this.fixture.publish(event.type(), event.data()));
		soon().until(() -> count(alice) == 1);
		assertNamed("Gardeners", alice);
	}

	@Test
	void snapshotNamesAGroupWhoseRenameWasMissed() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var group = new TestConversation("group", null);
		var first = group.join(alice);
		var second = group.join(bob);
		group.rename("Growers", 1);
		group.send(bob, this.clock.instant());
		group.publish(this.fixture);
		soon().untilAsserted(() -> assertThat(only(alice).path("title").asString()).contains("Growers"));
		group.rename("Gardeners", 2);
		group.happened();
		group.restore(false, List.of(Map.of("id", alice.id(), "position", 0, "version", first),
				Map.of("id", bob.id(), "position", 1, "version", second)));
		group.publish(this.fixture);
		soon().untilAsserted(() -> assertThat(only(alice).path("title").asString()).contains("Gardeners"));
		group.rename("Growers");
		group.send(bob, this.clock.instant());
		group.publish(this.fixture);
		soon().until(() -> count(alice) == 2);
		assertNamed("Gardeners", alice);
	}

	/** One transaction handles events that arrive together. */
	@Test
	void renameThatArrivesWithAMessageNamesItsNotification() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var group = group("Growers", alice, bob);
		group.send(bob, this.clock.instant());
		group.publish(this.fixture);
		soon().until(() -> count(alice) == 1);
		group.read(alice, 1);
		group.publish(this.fixture);
		soon().until(() -> count(alice) == 0);
		var message = new KnownMessage(Ids.next(), group.id(), 2, new Actor(bob.id(), bob.username(), bob.name()),
				this.clock.instant(), true, 0);
		this.unitOfWork.run(() -> {
			this.notifyMembers.notifyOf(message, new ConversationPlace(group.id(), "group", "Growers"));
			this.notifyMembers.name(new ConversationPlace(group.id(), "group", "Gardeners"), 1);
		});
		assertNamed("Gardeners", alice);
	}

	@Test
	void removedGroupIsNotNamedAgain() {
		var group = new TestConversation("group", "Growers");
		group.rename("Gardeners", 1);
		group.publish(this.fixture);
		soon().until(() -> stored(group).containsKey("name"));
		group.end();
		group.publish(this.fixture);
		soon().until(() -> stored(group).containsKey("removed"));
		this.unitOfWork.run(() -> this.notifyMembers.name(new ConversationPlace(group.id(), "group", "Composters"), 2));
		assertThat(stored(group)).doesNotContainKey("name");
	}

	@Test
	void memberWhoIsReadingGetsNoMailAboutTheRest() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var direct = direct(alice, bob);
		direct.send(bob, this.clock.instant());
		direct.send(bob, this.clock.instant());
		direct.publish(this.fixture);
		soon().until(() -> count(alice) == 2);
		pass(Duration.ofMinutes(11));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		direct.read(alice, 1);
		direct.publish(this.fixture);
		soon().until(() -> count(alice) == 1);
		var other = direct(bob, this.fixture.member());
		other.send(alice, this.clock.instant().minus(Duration.ofMinutes(11)));
		other.publish(this.fixture);
		soon().until(() -> this.mailServer.receivedBy(bob.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(alice.address())).hasSize(1);
		pass(Duration.ofMinutes(11));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 2);
	}

	@Test
	void readAndDeletedMessagesAreNotMailed() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var read = direct(alice, bob);
		read.send(bob, this.clock.instant());
		read.publish(this.fixture);
		var deleted = direct(alice, carol);
		var id = deleted.send(carol, this.clock.instant());
		deleted.publish(this.fixture);
		soon().until(() -> this.fixture.notifications(alice).size() == 2);
		read.read(alice, 1);
		read.publish(this.fixture);
		deleted.remove(id, 1, carol, 1);
		deleted.publish(this.fixture);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		assertThat(this.fixture.notifications(alice)).isEmpty();
		var other = direct(alice, this.fixture.member());
		assertMailedOnly(other, alice);
	}

	@Test
	void messagesAreMailedAfterQuietHours() {
		var alice = this.fixture.member();
		var now = LocalTime.ofInstant(this.clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
		var hours = Map.of("from", now.toString(), "to", now.plusHours(1).toString());
		this.fixture.call(alice, "PUT", "/users/me/preferences", Map.of("kinds", List.of(), "quietHours", hours));
		var direct = direct(alice, this.fixture.member());
		direct.send(this.fixture.member(), this.clock.instant());
		direct.publish(this.fixture);
		soon().until(() -> count(alice) == 1);
		pass(Duration.ofMinutes(11));
		var due = this.clock.instant().plus(Duration.ofMinutes(40));
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("personId").is(alice.id()).and("dueAt").gt(due)),
				"chat_members"));
		assertThat(this.mailServer.receivedBy(alice.address())).isEmpty();
		pass(Duration.ofMinutes(50));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
	}

	@Test
	void conversationThatWasMutedMeanwhileIsNotMailed() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var direct = direct(alice, bob);
		direct.send(bob, this.clock.instant());
		direct.publish(this.fixture);
		soon().until(() -> count(alice) == 1);
		var member = Criteria.where("personId").is(alice.id());
		var membership = Objects.requireNonNull(this.mongo.findOne(new Query(member), RecipientMembership.class));
		this.clock.move(Duration.ofSeconds(1));
		direct.mute(alice, this.clock.instant(), this.clock.instant().plus(Duration.ofDays(1)), membership.version(),
				1);
		direct.publish(this.fixture);
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("personId").is(alice.id()).and("mutes").size(1)),
				RecipientMembership.class));
		var other = direct(alice, this.fixture.member());
		other.send(this.fixture.member(), this.clock.instant());
		other.publish(this.fixture);
		soon().until(() -> count(alice) == 2);
		pass(Duration.ofMinutes(11));
		soon().until(() -> !this.mailServer.receivedBy(alice.address()).isEmpty());
		assertThat(this.mailServer.receivedBy(alice.address())).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("/chat/" + other.id()));
	}

	@Test
	void notificationThatWasReadInTheListIsNotMailed() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var direct = direct(alice, bob);
		direct.send(bob, this.clock.instant());
		direct.publish(this.fixture);
		soon().until(() -> count(alice) == 1);
		this.fixture.call(alice, "PUT", "/notifications/" + only(alice).path("id").asString() + "/read", null);
		assertMailedOnly(direct(alice, this.fixture.member()), alice);
	}

	@Test
	void turnedOffKindIsSilent() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		this.fixture.call(alice, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(Map.of("kind", "message", "inApp", false, "live", false, "mail", "none"))));
		var direct = direct(alice, bob);
		direct.send(bob, this.clock.instant());
		direct.send(alice, this.clock.instant());
		direct.publish(this.fixture);
		soon().until(() -> count(bob) == 1);
		pass(Duration.ofMinutes(11));
		soon().until(() -> this.mailServer.receivedBy(bob.address()).size() == 1);
		assertThat(this.fixture.notifications(alice)).isEmpty();
		assertThat(this.mailServer.receivedBy(alice.address())).isEmpty();
	}

	@Test
	void memberWhoIsKnownLateIsNotifiedOnlyOfUnreadMessages() {
		var alice = this.fixture.unknownUser();
		var bob = this.fixture.member();
		var direct = direct(alice, bob);
		IntStream.range(0, 3).forEach((_) -> direct.send(bob, this.clock.instant()));
		direct.publish(this.fixture);
		soon().until(() -> deferred(alice) == 3);
		direct.read(alice, 2);
		direct.publish(this.fixture);
		soon().until(() -> deferred(alice) == 1);
		this.fixture.publishRegistration(alice);
		soon().until(() -> count(alice) == 1);
	}

	@Test
	void removedConversationWithdrawsNotifications() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var group = group(null, alice, bob);
		group.send(bob, this.clock.instant());
		group.publish(this.fixture);
		soon().untilAsserted(
				() -> assertThat(only(alice).path("title").asString()).isEqualTo(bob.name() + " wrote in a group"));
		group.end();
		group.publish(this.fixture);
		soon().until(() -> this.fixture.notifications(alice).isEmpty());
	}

	/**
	 * Requires that after ten minutes only the messages of one conversation are mailed.
	 */
	@Test
	void snapshotRestoresMembersAndPositionsAndLeavesNewerOnes() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var group = new TestConversation("group", "Growers");
		var missed = group.join(alice);
		group.happened();
		group.join(carol);
		var author = group.join(bob);
		group.send(bob, this.clock.instant());
		group.send(bob, this.clock.instant());
		group.publish(this.fixture);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(carol)).hasSize(1));
		assertThat(this.fixture.notifications(alice)).isEmpty();
		group.leave(carol);
		group.happened();
		group.restore(false, List.of(Map.of("id", alice.id(), "position", 1, "version", missed),
				Map.of("id", bob.id(), "position", 2, "version", author)));
		group.publish(this.fixture);
		soon().untilAsserted(
				() -> assertThat(only(alice).path("title").asString()).isEqualTo(bob.name() + " wrote in “Growers”"));
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(carol)).isEmpty());
		group.join(carol);
		group.read(alice, 2);
		group.send(bob, this.clock.instant());
		group.publish(this.fixture);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(carol)).hasSize(1));
		group.restore(true, List.of());
		group.publish(this.fixture);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(carol)).isEmpty());
	}

	@Test
	void messagesArePushedOnceTheyCouldHaveBeenReadElsewhereAndAgainAfterAPause() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var browser = new TestBrowser();
		assertThat(this.fixture
			.call(alice, "POST", "/notifications/devices", Map.of("endpoint", "https://push.example.org/" + alice.id(),
					"keys", Map.of("p256dh", browser.key(), "auth", browser.secret())))
			.status()).isEqualTo(201);
		var direct = direct(alice, bob);
		var sentAt = this.clock.instant();
		direct.send(bob, sentAt);
		direct.publish(this.fixture);
		soon().until(() -> pushes(alice).size() == 1);
		assertThat(pushes(alice).getFirst().getDate("dueAt").toInstant()).isAfterOrEqualTo(sentAt.plusSeconds(5));
		removePushes(alice);
		direct.send(bob, this.clock.instant());
		direct.publish(this.fixture);
		soon().until(() -> count(alice) == 2);
		assertThat(pushes(alice)).isEmpty();
		this.clock.move(Duration.ofMinutes(1));
		direct.send(bob, this.clock.instant());
		direct.publish(this.fixture);
		soon().until(() -> count(alice) == 3);
		assertThat(pushes(alice)).singleElement()
			.satisfies((push) -> assertThat(push.getString("title")).contains("3 messages"));
		removePushes(alice);
		direct.send(bob, this.clock.instant());
		direct.publish(this.fixture);
		soon().until(() -> count(alice) == 4);
		assertThat(pushes(alice)).as("the pause begins again").isEmpty();
	}

	private List<Document> pushes(TestUser user) {
		return this.mongo.getCollection("pushes").find(new Document("userId", user.id())).into(new ArrayList<>());
	}

	private void removePushes(TestUser user) {
		this.mongo.getCollection("pushes").deleteMany(new Document("userId", user.id()));
	}

	/** Requires that the notification and the mail name a group by its present name. */
	private void assertNamed(String name, TestUser recipient) {
		assertThat(only(recipient).path("title").asString()).contains("“" + name + "”");
		pass(Duration.ofMinutes(11));
		soon().until(() -> this.mailServer.receivedBy(recipient.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(recipient.address()).getFirst().subject()).contains("“" + name + "”");
	}

	private Document stored(TestConversation conversation) {
		return Objects.requireNonNullElseGet(
				this.mongo.findById(conversation.id(), Document.class, "chat_conversations"), Document::new);
	}

	private void assertMailedOnly(TestConversation conversation, TestUser recipient) {
		conversation.send(this.fixture.member(), this.clock.instant());
		conversation.publish(this.fixture);
		soon().until(() -> count(recipient) == 1);
		pass(Duration.ofMinutes(11));
		soon().until(() -> !this.mailServer.receivedBy(recipient.address()).isEmpty());
		assertThat(this.mailServer.receivedBy(recipient.address())).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("/chat/" + conversation.id()));
	}

	private TestConversation direct(TestUser one, TestUser other) {
		return conversation("direct", null, one, other);
	}

	private TestConversation group(@Nullable String name, TestUser one, TestUser other) {
		return conversation("group", name, one, other);
	}

	private TestConversation conversation(String kind, @Nullable String name, TestUser one, TestUser other) {
		var conversation = new TestConversation(kind, name);
		conversation.join(one);
		conversation.join(other);
		return conversation;
	}

	private void pass(Duration time) {
		this.clock.move(time);
		this.mails.signal();
	}

	private JsonNode only(TestUser user) {
		assertThat(this.fixture.notifications(user)).hasSize(1);
		return this.fixture.notifications(user).getFirst();
	}

	/** The number of messages in unread notifications. */
	private long count(TestUser user) {
		return this.fixture.notifications(user)
			.stream()
			.filter((one) -> !one.path("read").asBoolean())
			.mapToLong((one) -> one.path("count").asLong())
			.sum();
	}

	private long deferred(TestUser user) {
		return this.mongo.findAll(Document.class, "deferred_news")
			.stream()
			.filter((one) -> one.get("recipient", Document.class).getString("userId").equals(user.id()))
			.count();
	}

}
