package org.parley.notification.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.notification.House;
import org.parley.notification.NotificationTest;
import org.parley.notification.Postbox;
import org.parley.notification.TestConditions.MovableClock;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.Ids;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** One mail a day, at eight where somebody is, and only if there is something. */
@NotificationTest
class DigestMailIT {

	private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private House house;

	@Autowired
	private Postbox postbox;

	@Autowired
	private MovableClock clock;

	@Autowired
	private DigestMail digest;

	@Autowired
	@Qualifier("mailSending")
	private ClusterLoop sending;

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	void whatWasMissedComesAtEightOnce() {
		var alice = this.house.member();
		this.house.contact(alice, true, "en", TOKYO.getId(), 3);
		this.house.call(alice, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(Map.of("kind", "reply", "inApp", true, "live", true, "mail", "daily"))));
		var category = this.house.category("anyone");
		this.house.posts(this.house.reply(this.house.member(), this.house.topic(alice, category), 2), "One.");
		this.house.posts(this.house.reply(this.house.member(), this.house.topic(alice, category), 2), "Two.");
		soon().until(() -> this.house.unread(alice) == 2);
		var day = dayOfNextEight(TOKYO);
		moveTo(Instant.from(day.atTime(LocalTime.of(7, 0)).atZone(TOKYO)));
		this.digest.run();
		moveTo(Instant.from(day.atTime(LocalTime.of(8, 0)).atZone(TOKYO)));
		this.digest.run();
		this.digest.run();
		moveTo(Instant.from(day.atTime(LocalTime.of(9, 0)).atZone(TOKYO)));
		this.digest.run();
		soon().until(() -> !this.postbox.to(alice.address()).isEmpty());
		assertThat(this.postbox.to(alice.address())).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).isEqualTo("2 things that you have missed");
			assertThat(mail.html()).contains("<li>");
			assertThat(mail.unsubscribe()).isNotEmpty();
		});
		this.house.call(alice, "PUT", "/notifications/read-all", null);
		moveTo(Instant.from(day.plusDays(1).atTime(LocalTime.of(8, 0)).atZone(TOKYO)));
		this.digest.run();
		assertThat(this.postbox.to(alice.address())).hasSize(1);
	}

	@Test
	void whatFailsForOneHoldsUpNobodyElse() {
		var broken = wantingDaily();
		var fine = wantingDaily();
		var category = this.house.category("anyone");
		for (var one : List.of(broken, fine)) {
			this.house.posts(this.house.reply(this.house.member(), this.house.topic(one, category), 2), "One.");
			soon().until(() -> this.house.unread(one) == 1);
		}
		var ofBroken = new Query(Criteria.where("userId").is(broken.id()));
		this.mongo.updateFirst(ofBroken, Update.update("wording", "nonsense"), "notifications");
		var day = dayOfNextEight(NEW_YORK);
		moveTo(Instant.from(day.atTime(LocalTime.of(8, 0)).atZone(NEW_YORK)));
		assertThatIllegalStateException().isThrownBy(this.digest::run)
			.withMessage("1 digests are on their way, 1 are not");
		soon().until(() -> this.postbox.to(fine.address()).size() == 1);
		this.mongo.updateFirst(ofBroken, Update.update("wording", "reply"), "notifications");
		assertThat(this.digest.run()).isEqualTo("2 digests are on their way");
		soon().until(() -> this.postbox.to(broken.address()).size() == 1);
		assertThat(this.postbox.to(fine.address())).hasSize(1);
	}

	@Test
	void digestThatIsSentLateListsOnlyWhatMayStillBeRead() {
		var alice = wantingDaily();
		var bob = wantingDaily();
		var closing = this.house.category("anyone");
		var secret = new House.Topic(Ids.next(), closing, "A secret by now", alice);
		this.house.posts(this.house.reply(this.house.member(), secret, 2), "One.");
		this.house.posts(this.house.reply(this.house.member(), new House.Topic(Ids.next(), closing, "Bob's", bob), 2),
				"One.");
		this.house.posts(
				this.house.reply(this.house.member(), this.house.topic(alice, this.house.category("anyone")), 2),
				"Two.");
		soon().until(() -> this.house.unread(alice) == 2 && this.house.unread(bob) == 1);
		this.sending.stop();
		var day = dayOfNextEight(NEW_YORK);
		moveTo(Instant.from(day.atTime(LocalTime.of(8, 0)).atZone(NEW_YORK)));
		try {
			this.digest.run();
			this.house.opens(closing, "moderator", 1);
			soon().until(() -> this.house.unread(alice) == 1 && this.house.unread(bob) == 0);
		}
		finally {
			this.sending.start();
		}
		soon().until(() -> this.postbox.to(alice.address()).size() == 1);
		assertThat(this.postbox.to(alice.address())).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).isEqualTo("One thing that you have missed");
			assertThat(mail.html()).contains("Which tomatoes").doesNotContain("A secret by now");
		});
		soon().until(() -> this.mongo.exists(
				new Query(
						Criteria.where("userId").is(bob.id()).and("template").is("DIGEST").and("reason").is("no-news")),
				"mails"));
		assertThat(this.postbox.to(bob.address())).isEmpty();
		List.of(alice, bob).forEach((one) -> this.house.call(one, "PUT", "/notifications/read-all", null));
	}

	private House.Somebody wantingDaily() {
		var somebody = this.house.member();
		this.house.contact(somebody, true, "en", NEW_YORK.getId(), 3);
		this.house.call(somebody, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(Map.of("kind", "reply", "inApp", true, "live", true, "mail", "daily"))));
		return somebody;
	}

	/** What has happened until now is in the mail of that morning. */
	private static LocalDate dayOfNextEight(ZoneId zone) {
		var now = Instant.now().atZone(zone);
		return (now.getHour() < 8) ? now.toLocalDate() : now.toLocalDate().plusDays(1);
	}

	private void moveTo(Instant time) {
		this.clock.move(Duration.between(this.clock.instant(), time));
	}

	private static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
	}

}
