package org.parley.notification.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.test.clock.MovableClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/**
 * Random histories of a group arrive in random orders: messages after the positions that
 * read them, removals before their messages, mutes, leaves and joins at any place. In the
 * end each member's notification counts what a plain model says, and one mail is sent to
 * those who have unread messages. A failure names the seed and the history.
 */
@NotificationTest
class MessageOrderIT {

	private static final int STEPS = 40;

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

	private final Map<String, Member> members = new HashMap<>();

	private final List<Sent> sent = new ArrayList<>();

	private final List<String> steps = new ArrayList<>();

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 7, 42, 777, 20_261_122 })
	void anyOrderOfArrivalLeadsToTheSameNotifications(long seed) {
		var random = new Random(seed);
		var group = new TestConversation("group", "Growers");
		var people = List.of(this.fixture.member(), this.fixture.member(), this.fixture.member());
		people.forEach((one) -> soon()
			.until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(one.id())), "people")));
		var start = this.clock.instant();
		people.forEach((person) -> this.members.put(person.id(), new Member(group.join(person), 0, List.of())));
		for (int i = 0; i < STEPS; i++) {
			step(random, people.get(random.nextInt(people.size())), group, start.plusMillis(i));
		}
		var events = new ArrayList<>(group.happened());
		Collections.shuffle(events, random);
		var ids = events.stream().map((event) -> this.fixture.publish(event.type(), event.data())).toList();
		soon().until(() -> ids.stream().allMatch(this::isHandled));
		for (var person : people) {
			assertThat(count(person)).as("seed %d: %s", seed, this.steps).isEqualTo(expected(person));
			assertThat(this.mailServer.receivedBy(person.address())).isEmpty();
		}
		this.clock.move(NotifyMembers.MAIL_AFTER.plusSeconds(5));
		this.mails.signal();
		for (var person : people) {
			var mailed = (expected(person) > 0) ? 1 : 0;
			soon().untilAsserted(
					() -> assertThat(this.mailServer.receivedBy(person.address())).as("seed %d: %s", seed, this.steps)
						.hasSize(mailed));
		}
	}

	private void step(Random random, TestUser person, TestConversation group, Instant at) {
		var member = this.members.get(person.id());
		if (member == null) {
			note("join", person);
			this.members.put(person.id(), new Member(group.join(person), group.seq(), List.of()));
			return;
		}
		switch (random.nextInt(9)) {
			case 0, 1, 2 -> {
				note("send", person);
				this.sent.add(new Sent(group.send(person, at), person, at, 0));
			}
			case 3 -> change(random, group);
			case 4, 5 -> read(random, person, member, group);
			case 6 -> mute(person, member, group, at, random.nextBoolean() ? at.plus(Duration.ofDays(1)) : null);
			case 7 -> mute(person, member, group, at, at.plusMillis(random.nextInt(10)));
			default -> {
				note("leave", person);
				group.leave(person);
				this.members.remove(person.id());
			}
		}
	}

	/** Removes a message, or restores it. */
	private void change(Random random, TestConversation group) {
		if (this.sent.isEmpty()) {
			return;
		}
		var index = random.nextInt(this.sent.size());
		var message = this.sent.get(index);
		var changed = new Sent(message.id(), message.author(), message.at(), message.version() + 1);
		this.sent.set(index, changed);
		note((changed.isShown() ? "restore " : "remove ") + (index + 1), message.author());
		if (changed.isShown()) {
			group.restore(message.id(), index + 1, message.author(), message.at(), changed.version());
		}
		else {
			group.remove(message.id(), index + 1, message.author(), changed.version());
		}
	}

	private void read(Random random, TestUser person, Member member, TestConversation group) {
		var number = random.nextLong(group.seq() + 1);
		if (number > member.position()) {
			note("read " + number, person);
			group.read(person, number);
			this.members.put(person.id(), new Member(member.version(), number, member.mutes()));
		}
	}

	private void mute(TestUser person, Member member, TestConversation group, Instant at, @Nullable Instant until) {
		note("mute " + until, person);
		group.mute(person, at, until, member.version(), member.mutes().size() + 1);
		var mutes = new ArrayList<>(member.mutes());
		mutes.add(new Mute(at, until));
		this.members.put(person.id(), new Member(member.version(), member.position(), mutes));
	}

	private void note(String step, TestUser person) {
		this.steps.add(person.username() + " " + step);
	}

	private long expected(TestUser person) {
		var member = this.members.get(person.id());
		return (member == null) ? 0 : this.sent.stream()
			.skip(member.position())
			.filter((message) -> message.isShown() && !message.author().equals(person) && !member.isMuted(message.at()))
			.count();
	}

	private long count(TestUser person) {
		var unread = this.fixture.notifications(person);
		assertThat(unread).hasSizeLessThan(2);
		assertThat(this.fixture.unreadCount(person)).isEqualTo(unread.size());
		return unread.stream().mapToLong((one) -> one.path("count").asLong()).sum();
	}

	private boolean isHandled(String event) {
		return this.mongo.exists(new Query(Criteria.where("_id").is("notifications:" + event)), Document.class,
				"inbox");
	}

	/**
	 * A member of the model.
	 *
	 * @param version the version of the membership
	 * @param position what the member has read
	 * @param mutes the changes of the mute, in order
	 */
	private record Member(long version, long position, List<Mute> mutes) {

		boolean isMuted(Instant at) {
			var until = this.mutes.stream()
				.filter((mute) -> !mute.at().isAfter(at))
				.reduce((_, later) -> later)
				.map(Mute::until)
				.orElse(null);
			return until != null && until.isAfter(at);
		}

	}

	/**
	 * A change of a mute.
	 *
	 * @param at when
	 * @param until when it ends; null if there is none
	 */
	private record Mute(Instant at, @Nullable Instant until) {
	}

	/**
	 * A message of the model.
	 *
	 * @param at when it was sent
	 * @param version odd while it is removed
	 */
	private record Sent(String id, TestUser author, Instant at, long version) {

		boolean isShown() {
			return this.version % 2 == 0;
		}

	}

}
