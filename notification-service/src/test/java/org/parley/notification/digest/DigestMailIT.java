package org.parley.notification.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.notification.mail.Mail;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.test.clock.MovableClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.parley.notification.ServiceFixture.soon;

/** Digests are sent once, at eight in the time zone of the user, and never empty. */
@NotificationTest
class DigestMailIT {

	private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private TestMailServer mailServer;

	@Autowired
	private MovableClock clock;

	@Autowired
	private DigestMail digest;

	@Autowired
	@Qualifier("mailLoop")
	private ClusterLoop sending;

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	void digestWaitsForTheEndOfQuietHours() {
		var alice = this.fixture.member();
		this.fixture.publishContact(alice, true, "en", TOKYO.getId(), 3);
		this.fixture.call(alice, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(Map.of("kind", "reply", "inApp", true, "live", true, "mail", "daily")),
						"quietHours", Map.of("from", "22:00", "to", "09:00")));
		this.fixture.publishReply(alice);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var day = dayOfNextEight(TOKYO);
		moveTo(Instant.from(day.atTime(LocalTime.of(8, 0)).atZone(TOKYO)));
		this.digest.run();
		var nine = Instant.from(day.atTime(LocalTime.of(9, 0)).atZone(TOKYO));
		assertThat(this.mongo.findOne(new Query(Criteria.where("userId").is(alice.id())), Mail.class))
			.extracting(Mail::dueAt)
			.isEqualTo(nine);
		moveTo(nine);
		this.sending.signal();
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
	}

	@Test
	void digestIsSentOnceAtEight() {
		var alice = this.fixture.member();
		this.fixture.publishContact(alice, true, "en", TOKYO.getId(), 3);
		this.fixture.call(alice, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(Map.of("kind", "reply", "inApp", true, "live", true, "mail", "daily"))));
		var category = this.fixture.category("anyone");
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), this.fixture.thread(alice, category), 2),
				"One.");
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), this.fixture.thread(alice, category), 2),
				"Two.");
		soon().until(() -> this.fixture.unreadCount(alice) == 2);
		var day = dayOfNextEight(TOKYO);
		moveTo(Instant.from(day.atTime(LocalTime.of(7, 0)).atZone(TOKYO)));
		this.digest.run();
		moveTo(Instant.from(day.atTime(LocalTime.of(8, 0)).atZone(TOKYO)));
		this.digest.run();
		this.digest.run();
		moveTo(Instant.from(day.atTime(LocalTime.of(9, 0)).atZone(TOKYO)));
		this.digest.run();
		soon().until(() -> !this.mailServer.receivedBy(alice.address()).isEmpty());
		assertThat(this.mailServer.receivedBy(alice.address())).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).isEqualTo("2 unread notifications");
			assertThat(mail.html()).contains("<li ");
			assertThat(mail.unsubscribe()).isNotEmpty();
		});
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
		moveTo(Instant.from(day.plusDays(1).atTime(LocalTime.of(8, 0)).atZone(TOKYO)));
		this.digest.run();
		assertThat(this.mailServer.receivedBy(alice.address())).hasSize(1);
	}

	@Test
	void personWhoMovesGetsWhatArrivedBetweenTheMornings() {
		var alice = this.fixture.member();
		this.fixture.publishContact(alice, true, "en", TOKYO.getId(), 3);
		this.fixture.call(alice, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(Map.of("kind", "reply", "inApp", true, "live", true, "mail", "daily"))));
		this.fixture.publishReply(alice);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var day = dayOfNextEight(TOKYO);
		moveTo(day.atTime(8, 0).atZone(TOKYO).toInstant());
		this.digest.run();
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		this.fixture.publishContact(alice, true, "en", NEW_YORK.getId(), 4);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(),
				thread("On the way", this.fixture.category("anyone"), alice), 2), "Two.");
		soon().until(() -> this.fixture.unreadCount(alice) == 2 && this.mongo
			.exists(new Query(Criteria.where("_id").is(alice.id()).and("timeZone").is(NEW_YORK.getId())), "contacts"));
		moveTo(day.atTime(8, 0).atZone(NEW_YORK).toInstant());
		this.digest.run();
		this.digest.run();
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 2);
		assertThat(this.mailServer.receivedBy(alice.address()).getLast().html()).contains("On the way");
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
	}

	@Test
	void laterNewsOfAnUnreadGroupAreInTheNextDigest() {
		var alice = this.fixture.member();
		this.fixture.publishContact(alice, true, "en", TOKYO.getId(), 3);
		this.fixture.call(alice, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(Map.of("kind", "reply", "inApp", true, "live", true, "mail", "daily"))));
		var thread = this.fixture.publishReply(alice);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var day = dayOfNextEight(TOKYO);
		moveTo(day.atTime(8, 0).atZone(TOKYO).toInstant());
		this.digest.run();
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		moveTo(day.atTime(9, 0).atZone(TOKYO).toInstant());
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Two.");
		soon().until(() -> this.fixture.notifications(alice).getFirst().path("count").asInt() == 2);
		moveTo(day.plusDays(1).atTime(8, 0).atZone(TOKYO).toInstant());
		this.digest.run();
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 2);
		moveTo(day.plusDays(2).atTime(8, 0).atZone(TOKYO).toInstant());
		this.digest.run();
		assertThat(this.mailServer.receivedBy(alice.address())).hasSize(2);
	}

	/** Reading the threads is enough to be spared them, as for other kinds. */
	@Test
	void kindsThatAreOnlyMailedAreInDigest() {
		var alice = this.fixture.member();
		this.fixture.publishContact(alice, true, "en", NEW_YORK.getId(), 3);
		this.fixture.call(alice, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(Map.of("kind", "reply", "inApp", false, "live", false, "mail", "daily"))));
		var category = this.fixture.category("anyone");
		var read = thread("Read meanwhile", category, alice);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), read, 2), "One.");
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread("Unread", category, alice), 2),
				"Two.");
		soon().until(() -> this.mongo.count(new Query(Criteria.where("userId").is(alice.id())), "notifications") == 2);
		this.fixture.publish("thread.read", Map.of("personId", alice.id(), "threadId", read.id(), "number", 2));
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("userId").is(alice.id()).and("read").is(true)),
				"notifications"));
		moveTo(dayOfNextEight(NEW_YORK).atTime(8, 0).atZone(NEW_YORK).toInstant());
		this.digest.run();
		soon().until(() -> !this.mailServer.receivedBy(alice.address()).isEmpty());
		assertThat(this.mailServer.receivedBy(alice.address())).singleElement()
			.satisfies((mail) -> assertThat(mail.html()).contains("Unread").doesNotContain("Read meanwhile"));
		assertThat(this.fixture.unreadCount(alice)).isZero();
	}

	@Test
	void repliesThatAreOnlyMailedShareTheLineOfTheirThread() {
		var alice = this.fixture.member();
		this.fixture.publishContact(alice, true, "en", NEW_YORK.getId(), 3);
		this.fixture.call(alice, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(Map.of("kind", "reply", "inApp", false, "live", false, "mail", "daily"))));
		var thread = this.fixture.publishReply(alice);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Two.");
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("userId").is(alice.id()).and("count").is(2)),
				"notifications"));
		moveTo(dayOfNextEight(NEW_YORK).atTime(8, 0).atZone(NEW_YORK).toInstant());
		this.digest.run();
		soon().until(() -> !this.mailServer.receivedBy(alice.address()).isEmpty());
		assertThat(this.mailServer.receivedBy(alice.address())).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).isEqualTo("1 unread notification");
			assertThat(mail.html()).contains("2 replies in", "?post=3");
		});
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 4), "Three.");
		soon().until(() -> this.mongo.count(new Query(Criteria.where("userId").is(alice.id())), "notifications") == 2);
		moveTo(dayOfNextEight(NEW_YORK).plusDays(1).atTime(8, 0).atZone(NEW_YORK).toInstant());
		this.digest.run();
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 2);
		assertThat(this.mailServer.receivedBy(alice.address()).getLast().html()).contains("replied in", "?post=4");
		assertThat(this.fixture.unreadCount(alice)).isZero();
	}

	@Test
	void failedDigestDoesNotBlockOthers() {
		var broken = memberWithDailyDigest();
		var fine = memberWithDailyDigest();
		var category = this.fixture.category("anyone");
		for (var one : List.of(broken, fine)) {
			this.fixture.publishPost(this.fixture.post(this.fixture.member(), this.fixture.thread(one, category), 2),
					"One.");
			soon().until(() -> this.fixture.unreadCount(one) == 1);
		}
		var ofBroken = new Query(Criteria.where("userId").is(broken.id()));
		this.mongo.updateFirst(ofBroken, Update.update("wording", "nonsense"), "notifications");
		var day = dayOfNextEight(NEW_YORK);
		moveTo(Instant.from(day.atTime(LocalTime.of(8, 0)).atZone(NEW_YORK)));
		assertThatIllegalStateException().isThrownBy(this.digest::run).withMessage("1 digests were queued, 1 failed");
		soon().until(() -> this.mailServer.receivedBy(fine.address()).size() == 1);
		this.mongo.updateFirst(ofBroken, Update.update("wording", "reply"), "notifications");
		assertThat(this.digest.run()).isEqualTo("1 digests were queued");
		soon().until(() -> this.mailServer.receivedBy(broken.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(fine.address())).hasSize(1);
	}

	@Test
	void lateDigestOmitsUnreadableNotifications() {
		var alice = memberWithDailyDigest();
		var bob = memberWithDailyDigest();
		var closing = this.fixture.category("anyone");
		var secret = new ServiceFixture.TestThread(Ids.next(), closing, "A secret by now", alice);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), secret, 2), "One.");
		this.fixture.publishPost(this.fixture.post(this.fixture.member(),
				new ServiceFixture.TestThread(Ids.next(), closing, "Bob's", bob), 2), "One.");
		this.fixture.publishReply(alice);
		soon().until(() -> this.fixture.unreadCount(alice) == 2 && this.fixture.unreadCount(bob) == 1);
		this.sending.stop();
		var day = dayOfNextEight(NEW_YORK);
		moveTo(Instant.from(day.atTime(LocalTime.of(8, 0)).atZone(NEW_YORK)));
		try {
			this.digest.run();
			this.fixture.publishCategory(closing, "moderator", 1);
			soon().until(() -> this.fixture.unreadCount(alice) == 1 && this.fixture.unreadCount(bob) == 0);
		}
		finally {
			this.sending.start();
		}
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(alice.address())).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).isEqualTo("1 unread notification");
			assertThat(mail.html()).contains("Which tomatoes").doesNotContain("A secret by now");
		});
		soon().until(() -> this.mongo.exists(
				new Query(
						Criteria.where("userId").is(bob.id()).and("template").is("DIGEST").and("reason").is("no-news")),
				"mails"));
		assertThat(this.mailServer.receivedBy(bob.address())).isEmpty();
		List.of(alice, bob).forEach((one) -> this.fixture.call(one, "PUT", "/notifications/read-all", null));
	}

	@Test
	void missedDigestIsSentWithTheNextOne() {
		var alice = memberWithDailyDigest();
		var category = this.fixture.category("anyone");
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), this.fixture.thread(alice, category), 2),
				"One.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var day = dayOfNextEight(NEW_YORK);
		moveTo(day.atTime(8, 0).atZone(NEW_YORK).toInstant());
		this.digest.run();
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		moveTo(day.atTime(9, 0).atZone(NEW_YORK).toInstant());
		this.fixture.publishPost(
				this.fixture.post(this.fixture.member(),
						new ServiceFixture.TestThread(Ids.next(), category, "While nobody was there", alice), 2),
				"Two.");
		soon().until(() -> this.fixture.unreadCount(alice) == 2);
		moveTo(day.plusDays(1).atTime(22, 0).atZone(NEW_YORK).toInstant());
		this.digest.run();
		assertThat(this.mailServer.receivedBy(alice.address())).hasSize(1);
		moveTo(day.plusDays(2).atTime(13, 0).atZone(NEW_YORK).toInstant());
		this.digest.run();
		this.digest.run();
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 2);
		assertThat(this.mailServer.receivedBy(alice.address()).getLast().html()).contains("While nobody was there")
			.doesNotContain("Which tomatoes");
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
	}

	@Test
	void whatConcernsTheUserComesBeforeTheBusiestThreads() {
		var alice = memberWithDailyDigest("reply", "followed-thread", "followed-category");
		var category = this.fixture.category("anyone");
		this.fixture.publishFollowLevel(alice, "category", category, "following", 1);
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("userId").is(alice.id())), "subscriptions"));
		var bob = this.fixture.member();
		this.fixture.publishPost(this.fixture.post(bob, thread("My own", category, alice), 2), "A reply.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var busy = thread("Busy", category, bob);
		this.fixture.publishThread(busy, "Text.");
		soon().until(() -> this.fixture.unreadCount(alice) == 2);
		for (int number = 2; number <= 4; number++) {
			this.fixture.publishPost(this.fixture.post(bob, busy, number), "More.");
		}
		this.fixture.publishThread(thread("Quiet", category, bob), "Text.");
		soon().until(() -> this.fixture.unreadCount(alice) == 3
				&& this.mongo.count(new Query(Criteria.where("threadId").is(busy.id())), "posts") == 4);
		moveTo(dayOfNextEight(NEW_YORK).atTime(8, 0).atZone(NEW_YORK).toInstant());
		this.digest.run();
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var text = this.mailServer.receivedBy(alice.address()).getFirst().text();
		assertThat(text).containsSubsequence("My own", "Busy", "Quiet");
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
	}

	/** Of a notification about several posts, one that was not mailed is enough. */
	@Test
	void postsThatWereMailedThemselvesAreNotRepeated() {
		var alice = memberWithDailyDigest("reply");
		var category = this.fixture.category("anyone");
		var bob = this.fixture.member();
		var partly = thread("Partly", category, alice);
		this.fixture.publishPost(this.fixture.post(bob, partly, 2), "Before the wish.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.call(alice, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(Map.of("kind", "reply", "inApp", true, "live", true, "mail", "daily")),
						"everyPost", List.of(category)));
		this.fixture.publishPost(this.fixture.post(bob, partly, 3), "After it.");
		this.fixture.publishPost(this.fixture.post(bob, thread("Mailed", category, alice), 2), "Mailed.");
		this.fixture.publishPost(this.fixture.post(bob, thread("Elsewhere", this.fixture.category("anyone"), alice), 2),
				"Not mailed.");
		soon().until(
				() -> this.fixture.unreadCount(alice) == 3 && this.mailServer.receivedBy(alice.address()).size() == 2);
		moveTo(dayOfNextEight(NEW_YORK).atTime(8, 0).atZone(NEW_YORK).toInstant());
		this.digest.run();
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 3);
		assertThat(this.mailServer.receivedBy(alice.address()).getLast().html()).contains("Elsewhere", "Partly")
			.doesNotContain("Mailed");
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
	}

	private static ServiceFixture.TestThread thread(String title, String category, ServiceFixture.TestUser author) {
		return new ServiceFixture.TestThread(Ids.next(), category, title, author);
	}

	private ServiceFixture.TestUser memberWithDailyDigest() {
		return memberWithDailyDigest("reply");
	}

	private ServiceFixture.TestUser memberWithDailyDigest(String... kinds) {
		var user = this.fixture.member();
		this.fixture.publishContact(user, true, "en", NEW_YORK.getId(), 3);
		this.fixture.call(user, "PUT", "/users/me/preferences",
				Map.of("kinds",
						Stream.of(kinds)
							.map((kind) -> Map.of("kind", kind, "inApp", true, "live", true, "mail", "daily"))
							.toList()));
		return user;
	}

	/** The day whose digest covers the notifications until now. */
	private static LocalDate dayOfNextEight(ZoneId zone) {
		var now = Instant.now().atZone(zone);
		return (now.getHour() < 8) ? now.toLocalDate() : now.toLocalDate().plusDays(1);
	}

	private void moveTo(Instant time) {
		this.clock.move(Duration.between(this.clock.instant(), time));
	}

}
