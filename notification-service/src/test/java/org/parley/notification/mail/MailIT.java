package org.parley.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.notification.House;
import org.parley.notification.House.Somebody;
import org.parley.notification.NotificationTest;
import org.parley.notification.Postbox;
import org.parley.notification.TestConditions.MovableClock;
import org.parley.notification.contact.Contacts;
import org.parley.platform.events.cluster.ClusterLoop;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What is sent, and that it is sent once. */
@NotificationTest
class MailIT {

	@Autowired
	private House house;

	@Autowired
	private Postbox postbox;

	@Autowired
	private Mails mails;

	@Autowired
	private MailWorker mailWorker;

	@Autowired
	private MailServer server;

	@Autowired
	private MailComposer mailComposer;

	@Autowired
	private Recipients recipients;

	@Autowired
	private MailRelevance mailRelevance;

	@Autowired
	private MailWorker.Surroundings surroundings;

	@Autowired
	@Qualifier("mailSending")
	private ClusterLoop loop;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Contacts contacts;

	@AfterEach
	void reset() {
		this.clock.reset();
		if (!this.loop.isRunning()) {
			this.loop.start();
		}
	}

	@Test
	void aVerificationMailCarriesItsLinkInBothForms() {
		var alice = this.house.stranger();
		verification(alice, "s3cret+/token", "de-AT", Instant.now().plusSeconds(3600));
		soon().until(() -> this.postbox.to(alice.address()).size() == 1);
		var mail = this.postbox.to(alice.address()).getFirst();
		var link = "http://parley.test/verify-email?token=s3cret%2B%2Ftoken";
		assertThat(mail.subject()).isEqualTo("Bestätige deine Mailadresse");
		assertThat(mail.html()).contains("href=\"" + link + "\"", "lang=\"de-AT\"");
		assertThat(mail.text()).contains(link).doesNotContain("<");
		assertThat(mail.unsubscribe()).isEmpty();
	}

	@Test
	void aSecretIsInNoRecordInClearAndGoneWhenItIsSent() {
		var alice = this.house.stranger();
		this.loop.stop();
		verification(alice, "very-secret", "en", Instant.now().plusSeconds(3600));
		soon().until(() -> isStored(alice));
		assertThat(stored(alice).toJson()).doesNotContain("very-secret", alice.address());
		this.loop.start();
		soon().until(() -> state(alice).equals("SENT"));
		assertThat(stored(alice)).doesNotContainKeys("token", "address");
	}

	@Test
	void aResetLinkThatHasExpiredIsNotSent() {
		var alice = this.house.stranger();
		this.house.tell("password-reset.requested", request(alice, "late", "en", Instant.now().minusSeconds(1)));
		soon().until(() -> "DROPPED".equals(state(alice)));
		assertThat(this.postbox.to(alice.address())).isEmpty();
	}

	@Test
	void theOwnerIsWarnedInTheirLanguage() {
		var alice = this.house.stranger();
		this.house.tell("security.alert", Map.of("user", alice.person(), "kind", "password-changed", "address",
				this.house.sealed(alice.address()), "locale", "en", "at", Instant.now().toString()));
		soon().until(() -> this.postbox.to(alice.address()).size() == 1);
		assertThat(this.postbox.to(alice.address()).getFirst().subject()).isEqualTo("Your password was changed");
	}

	@Test
	void theOwnerIsToldWhichAppGotAccess() {
		var alice = this.house.stranger();
		this.house.tell("security.alert", permitted(alice, "{0} <b>Photo Frame</b>", "en"));
		soon().until(() -> this.postbox.to(alice.address()).size() == 1);
		var mail = this.postbox.to(alice.address()).getFirst();
		assertThat(mail.subject()).isEqualTo("An app may act for you now");
		assertThat(mail.text()).contains("“{0} <b>Photo Frame</b>” got access", "http://parley.test/oauth2/apps");
		assertThat(mail.html()).contains("“{0} &lt;b&gt;Photo Frame&lt;/b&gt;” got access",
				"href=\"http://parley.test/oauth2/apps\"");
		assertThat(mail.unsubscribe()).isEmpty();
		var bob = this.house.stranger();
		this.house.tell("security.alert", permitted(bob, "Bilderrahmen", "de"));
		soon().until(() -> this.postbox.to(bob.address()).size() == 1);
		assertThat(this.postbox.to(bob.address()).getFirst().text())
			.contains("„Bilderrahmen“ hat Zugriff auf dein Konto bekommen");
	}

	@Test
	void aNewAddressIsAskedAndTheOldOneHasAWayBack() {
		var alice = this.house.stranger();
		this.house.tell("email-change.requested", request(alice, "forth", "en", Instant.now().plusSeconds(3600)));
		soon().until(() -> this.postbox.to(alice.address()).size() == 1);
		assertThat(this.postbox.to(alice.address()).getFirst().text())
			.contains("http://parley.test/confirm-email?token=forth");
		var bob = this.house.stranger();
		this.house.tell("email-change.made", request(bob, "back", "de", Instant.now().plusSeconds(3600)));
		soon().until(() -> this.postbox.to(bob.address()).size() == 1);
		var mail = this.postbox.to(bob.address()).getFirst();
		assertThat(mail.subject()).isEqualTo("Deine Mailadresse wurde geändert");
		assertThat(mail.text()).contains("http://parley.test/restore-email?token=back");
	}

	@Test
	void whoseAccountIsGoneIsForgottenWhateverComesLate() {
		var alice = this.house.member();
		soon().until(() -> this.contacts.of(alice.id()).isPresent());
		this.house.tell("user.deleted",
				Map.of("userId", alice.id(), "deletedAt", Instant.now().toString(), "version", 9));
		soon().until(() -> this.contacts.of(alice.id()).isEmpty());
		this.house.tell("contact.changed", Map.of("userId", alice.id(), "address", this.house.sealed(alice.address()),
				"verified", true, "locale", "en", "timeZone", "UTC", "version", 8));
		var bob = this.house.member();
		soon().until(() -> this.contacts.of(bob.id()).isPresent());
		assertThat(this.contacts.of(alice.id())).isEmpty();
		assertThat(String.valueOf(this.mongo.findById(alice.id(), Document.class, "people")))
			.doesNotContain(alice.username());
	}

	@Test
	void whoIsBannedIsToldWhyAndForHowLong() {
		var alice = this.house.member();
		this.house.tell("user.banned",
				Map.of("user", alice.person(), "roles", alice.roles(), "reason", "Advertising <b>.", "until",
						Instant.now().plus(Duration.ofDays(2)).toString(), "tokenVersion", 2, "by", alice.person(),
						"version", 3));
		soon().until(() -> this.postbox.to(alice.address()).size() == 1);
		var mail = this.postbox.to(alice.address()).getFirst();
		assertThat(mail.text()).contains("Advertising <b>.", "This ends on");
		assertThat(mail.html()).contains("Advertising &lt;b&gt;.");
	}

	@Test
	void repliesAreMailedOnceUntilTheyAreRead() {
		var alice = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "One.");
		soon().until(() -> this.postbox.to(alice.address()).size() == 1);
		this.house.posts(this.house.reply(this.house.member(), topic, 3), "Two.");
		soon().until(() -> this.house.notifications(alice).getFirst().path("count").asInt() == 2);
		assertThat(this.postbox.to(alice.address())).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).contains("has replied in “Which tomatoes for a balcony?”");
			assertThat(mail.html()).contains("http://parley.test/threads/" + topic.id() + "?post=2");
		});
	}

	@Test
	void nobodyIsWrittenToAtAnAddressThatMayNotBeTheirs() {
		var alice = this.house.stranger();
		this.house.registers(alice);
		this.house.contact(alice, false, "en", "UTC", 2);
		var topic = this.house.topic(alice, this.house.category("anyone"));
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(alice.id())), "contacts"));
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "One.");
		soon().until(() -> this.house.unread(alice) == 1);
		assertThat(isStored(alice)).isFalse();
	}

	@Test
	void oneClickEndsMailsOfAKind() {
		var alice = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "One.");
		soon().until(() -> this.postbox.to(alice.address()).size() == 1);
		var header = this.postbox.to(alice.address()).getFirst().unsubscribe();
		var path = header.substring(header.indexOf("/notifications/"), header.indexOf('>'));
		assertThat(this.house.call(null, "POST", path, null).status()).isEqualTo(204);
		assertThat(this.house.call(null, "POST", path, null).status()).isEqualTo(204);
		assertThat(this.house.call(null, "POST", path + "x", null).code()).isEqualTo("unsubscribe.unknown");
		var kinds = this.house.get(alice, "/users/me/preferences").data().path("kinds").toString();
		assertThat(kinds).contains("{\"kind\":\"reply\",\"inApp\":true,\"live\":true,\"mail\":\"none\"}",
				"{\"kind\":\"mention\",\"inApp\":true,\"live\":true,\"mail\":\"now\"}");
	}

	@Test
	void sealedValueThatIsNoClickIsUnknown() {
		for (var secret : List.of("nonsense", "somebody@example.com", "id:no-such-kind", ":", "")) {
			var answer = this.house.call(null, "POST", "/notifications/unsubscribe/" + this.house.sealed(secret), null);
			assertThat(answer.code()).as(secret).isEqualTo("unsubscribe.unknown");
		}
	}

	@Test
	void aServerThatIsAwayCostsNoAttemptAndGetsEachMailOnce() {
		var people = IntStream.range(0, 5).mapToObj((_) -> this.house.stranger()).toList();
		this.postbox.stop();
		try {
			people.forEach((person) -> verification(person, "token", "en", Instant.now().plusSeconds(3600)));
			soon().until(() -> people.stream().allMatch((person) -> isStored(person)));
			soon().until(() -> !this.server.isThere());
		}
		finally {
			this.postbox.start();
		}
		people.forEach((person) -> soon().until(() -> "SENT".equals(state(person))));
		people.forEach((person) -> assertThat(this.postbox.to(person.address())).hasSize(1));
		people.forEach((person) -> assertThat(stored(person).getInteger("attempts")).isZero());
	}

	@Test
	void aMailThatIsRefusedIsTriedThreeTimesMoreAndIsThenDead() {
		var alice = this.house.stranger();
		this.loop.stop();
		verification(alice, "token", "en", Instant.now().plus(Duration.ofDays(1)));
		soon().until(() -> isStored(alice));
		for (int attempt = 1; attempt <= 4; attempt++) {
			var mail = this.mails.claim().orElseThrow();
			var state = this.mails.refused(mail, "a***@e***", "smtp.550");
			assertThat(state).isEqualTo((attempt < 4) ? MailState.FAILED : MailState.DEAD);
			assertThat(isDue(alice)).isFalse();
			this.clock.move(Duration.ofSeconds(attempt));
		}
		assertThat(state(alice)).isEqualTo("DEAD");
		assertThat(stored(alice)).doesNotContainKeys("token", "address", "dueAt");
	}

	@Test
	void aCrashAfterTheServersYesSendsTheSameMessageAgain() {
		var alice = this.house.stranger();
		this.loop.stop();
		verification(alice, "token", "en", Instant.now().plusSeconds(3600));
		soon().until(() -> isStored(alice));
		var crashing = new Mails(this.mongo, this.clock, this.surroundings.settings()) {

			@Override
			void sent(Mail mail, String maskedAddress) {
				throw new IllegalStateException("The process ends here");
			}

		};
		var dying = new MailWorker(crashing, this.server, this.mailComposer, this.recipients, this.mailRelevance,
				this.surroundings);
		assertThatIllegalStateException().isThrownBy(dying::doBatch).withMessage("The process ends here");
		assertThat(isDue(alice)).as("nobody else takes it up before the lease ends").isFalse();
		this.clock.move(Duration.ofMinutes(2));
		soon().until(() -> !this.mailWorker.doBatch());
		assertThat(this.postbox.to(alice.address())).hasSize(2)
			.extracting(Postbox.Received::messageId)
			.containsOnly("<%s@parley.test>".formatted(stored(alice).getString("_id")));
	}

	@Test
	void twoWorkersShareTheMails() throws InterruptedException {
		this.loop.stop();
		var people = IntStream.range(0, 20).mapToObj((_) -> this.house.stranger()).toList();
		people.forEach((person) -> verification(person, "token", "en", Instant.now().plusSeconds(3600)));
		soon().until(() -> people.stream().allMatch((person) -> isStored(person)));
		var done = new CountDownLatch(2);
		for (int worker = 0; worker < 2; worker++) {
			Thread.startVirtualThread(() -> {
				while (this.mailWorker.doBatch()) {
					Thread.onSpinWait();
				}
				done.countDown();
			});
		}
		done.await();
		people.forEach((person) -> assertThat(this.postbox.to(person.address())).hasSize(1));
	}

	@Test
	void theMailLogShowsNoAddress() {
		var alice = this.house.stranger();
		var admin = this.house.stranger("user", "moderator", "admin");
		verification(alice, "token", "en", Instant.now().plusSeconds(3600));
		soon().until(() -> "SENT".equals(state(alice)));
		var log = this.house.get(admin, "/admin/notification-service/mails?state=sent&limit=100");
		var line = log.data()
			.valueStream()
			.filter((mail) -> mail.path("userId").asString().equals(alice.id()))
			.findFirst();
		assertThat(line).hasValueSatisfying((mail) -> assertThat(mail.path("to").asString()).isEqualTo("p***@e***"));
		assertThat(
				this.house.get(this.house.stranger("user", "moderator"), "/admin/notification-service/mails").status())
			.isEqualTo(403);
	}

	/** Mails of other tests may be due at any time. */
	private boolean isDue(Somebody somebody) {
		var due = stored(somebody).getDate("dueAt");
		return due != null && !due.toInstant().isAfter(this.clock.instant());
	}

	private void verification(Somebody somebody, String token, String locale, Instant until) {
		this.house.tell("email-verification.requested", request(somebody, token, locale, until));
	}

	private Map<String, Object> permitted(Somebody somebody, String app, String locale) {
		return Map.of("user", somebody.person(), "kind", "app-permitted", "address",
				this.house.sealed(somebody.address()), "locale", locale, "at", Instant.now().toString(), "app", app);
	}

	private Map<String, Object> request(Somebody somebody, String token, String locale, Instant until) {
		return Map.of("user", somebody.person(), "address", this.house.sealed(somebody.address()), "token",
				this.house.sealed(token), "expiresAt", until.toString(), "locale", locale);
	}

	private Document stored(Somebody somebody) {
		var found = this.mongo.findOne(new Query(Criteria.where("userId").is(somebody.id())), Document.class, "mails");
		return Objects.requireNonNullElseGet(found, Document::new);
	}

	private boolean isStored(Somebody somebody) {
		return !stored(somebody).isEmpty();
	}

	private String state(Somebody somebody) {
		return stored(somebody).get("state", "");
	}

	private static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
	}

}
