package org.parley.notification.mail.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.notification.contact.Contacts;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.MailSettings;
import org.parley.notification.mail.MailState;
import org.parley.notification.mail.Mails;
import org.parley.notification.mail.suppression.Suppressions.MailedAddress;
import org.parley.notification.mail.suppression.Suppressions;
import org.parley.notification.mail.transport.MailRefusedException;
import org.parley.notification.mail.transport.MailServerUnavailableException;
import org.parley.notification.mail.transport.MailServers;
import org.parley.notification.news.NewsRelevance;
import org.parley.notification.person.RecipientPerson;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.runtime.ProcessRole;
import org.parley.platform.runtime.tracing.SpanRecorder;
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

/** Mails have the right content and are sent once. */
@NotificationTest
class MailDeliveryIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private TestMailServer mailServer;

	@Autowired
	private Mails mails;

	@Autowired
	private Suppressions suppressions;

	@Autowired
	private MailWorker mailWorker;

	@Autowired
	private MailServers server;

	@Autowired
	private MailComposer mailComposer;

	@Autowired
	private MailAddresses mailAddresses;

	@Autowired
	private NewsRelevance newsRelevance;

	@Autowired
	private MailSettings settings;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private ProcessRole processRole;

	@Autowired
	@Qualifier("mailLoop")
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
	void verificationMailHasLinkInHtmlAndText() {
		var alice = this.fixture.unknownUser();
		this.fixture.publishVerification(alice, "s3cret+/token", "de-AT", Instant.now().plusSeconds(3600));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var mail = this.mailServer.receivedBy(alice.address()).getFirst();
		var link = "http://parley.test/verify-email?token=s3cret%2B%2Ftoken";
		assertThat(mail.subject()).isEqualTo("Bestätige deine E-Mail-Adresse");
		assertThat(mail.html()).contains("href=\"" + link + "\"", "lang=\"de-AT\"");
		assertThat(mail.text()).contains(link).doesNotContain("<");
		assertThat(mail.unsubscribe()).isEmpty();
	}

	@Test
	void arabicMailIsFromRightToLeft() {
		var alice = this.fixture.unknownUser();
		this.fixture.publishVerification(alice, "secret", "ar-LB", Instant.now().plusSeconds(3600));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var mail = this.mailServer.receivedBy(alice.address()).getFirst();
		assertThat(mail.subject()).isEqualTo("أكّد عنوان بريدك الإلكتروني");
		assertThat(mail.html()).contains("lang=\"ar-LB\"", "dir=\"rtl\"");
	}

	@Test
	void secretsAreStoredSealedAndRemovedAfterSending() {
		var alice = this.fixture.unknownUser();
		this.loop.stop();
		this.fixture.publishVerification(alice, "very-secret", "en", Instant.now().plusSeconds(3600));
		soon().until(() -> isStored(alice));
		assertThat(stored(alice).toJson()).doesNotContain("very-secret", alice.address());
		this.loop.start();
		soon().until(() -> state(alice).equals("SENT"));
		assertThat(stored(alice)).doesNotContainKeys("token", "address");
	}

	@Test
	void mailUnderUnknownKeyWaits() {
		var alice = this.fixture.unknownUser();
		var other = ServiceFixture.cipherWith("bmV3IGtleSwgbmV3IGtleSwgbmV3IGtleSwgbmV3IGs=");
		var link = new HashMap<>(this.fixture.link(alice, "secret", "en", Instant.now().plusSeconds(3600)));
		link.put("address", other.seal("notification-service", alice.address()).jwe());
		this.fixture.publish("email-verification.requested", link);
		soon().until(() -> state(alice).equals("WAITING")
				&& stored(alice).getDate("dueAt").toInstant().isAfter(this.clock.instant()));
		this.mongo.updateFirst(Query.query(Criteria.where("userId").is(alice.id())),
				Update.update("address", this.fixture.seal(alice.address())), "mails");
		this.clock.move(Duration.ofMinutes(1));
		soon().until(() -> state(alice).equals("SENT"));
	}

	@Test
	void ownerOfCreatedAccountIsInvited() {
		var alice = this.fixture.unknownUser();
		var link = new HashMap<>(this.fixture.link(alice, "secret", "en", Instant.now().plusSeconds(3600)));
		link.put("accountCreated", true);
		this.fixture.publish("password-reset.requested", link);
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var mail = this.mailServer.receivedBy(alice.address()).getFirst();
		assertThat(mail.subject()).isEqualTo("Your account at Parley");
		assertThat(mail.text()).contains("Your username is " + alice.username() + ".",
				"http://parley.test/reset-password?token=secret");
	}

	@Test
	void ownerWhomADirectoryDeletedIsOfferedNoRestoration() {
		var alice = this.fixture.unknownUser();
		this.fixture.publish("security.alert",
				Map.of("user", alice.person(), "kind", "account-removed", "address", this.fixture.seal(alice.address()),
						"locale", "en", "at", Instant.now().toString(), "until",
						Instant.now().plusSeconds(3600).toString()));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(alice.address()).getFirst().text())
			.contains("Your organization has deleted your Parley account.")
			.doesNotContain("/restore-account");
	}

	@Test
	void expiredResetMailIsDropped() {
		var alice = this.fixture.unknownUser();
		this.fixture.publish("password-reset.requested",
				this.fixture.link(alice, "late", "en", Instant.now().minusSeconds(1)));
		soon().until(() -> "DROPPED".equals(state(alice)));
		assertThat(this.mailServer.receivedBy(alice.address())).isEmpty();
	}

	@Test
	void securityAlertUsesLanguageOfUser() {
		var alice = this.fixture.unknownUser();
		this.fixture.publish("security.alert", Map.of("user", alice.person(), "kind", "password-changed", "address",
				this.fixture.seal(alice.address()), "locale", "en", "at", Instant.now().toString()));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(alice.address()).getFirst().subject())
			.isEqualTo("Your password was changed");
	}

	@Test
	void renamedPersonReadsTheNewName() {
		var alice = this.fixture.unknownUser();
		this.fixture.publish("security.alert", Map.of("user", alice.person(), "kind", "renamed", "address",
				this.fixture.seal(alice.address()), "locale", "en", "at", Instant.now().toString()));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(alice.address()).getFirst().text())
			.contains("It is now " + alice.username() + ".", "http://parley.test/sign-in")
			.doesNotContain("choose a new password");
	}

	@Test
	void appPermissionMailNamesApp() {
		var alice = this.fixture.unknownUser();
		this.fixture.publish("security.alert", appPermission(alice, "{0} <b>Photo Frame</b>", "en"));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var mail = this.mailServer.receivedBy(alice.address()).getFirst();
		assertThat(mail.subject()).isEqualTo("An app has access to your account");
		assertThat(mail.text()).contains("“{0} <b>Photo Frame</b>” got access", "http://parley.test/oauth2/apps");
		assertThat(mail.html()).contains("“{0} &lt;b&gt;Photo Frame&lt;/b&gt;” got access",
				"href=\"http://parley.test/oauth2/apps\"");
		assertThat(mail.unsubscribe()).isEmpty();
		var bob = this.fixture.unknownUser();
		this.fixture.publish("security.alert", appPermission(bob, "Bilderrahmen", "de"));
		soon().until(() -> this.mailServer.receivedBy(bob.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(bob.address()).getFirst().text())
			.contains("„Bilderrahmen“ hat Zugriff auf dein Konto bekommen");
	}

	@Test
	void emailChangeMailsConfirmAndRestoreAddresses() {
		var alice = this.fixture.unknownUser();
		this.fixture.publish("email-change.requested",
				this.fixture.link(alice, "forth", "en", Instant.now().plusSeconds(3600)));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(alice.address()).getFirst().text())
			.contains("http://parley.test/confirm-email?token=forth");
		var bob = this.fixture.unknownUser();
		this.fixture.publish("email-change.made",
				this.fixture.link(bob, "back", "de", Instant.now().plusSeconds(3600)));
		soon().until(() -> this.mailServer.receivedBy(bob.address()).size() == 1);
		var mail = this.mailServer.receivedBy(bob.address()).getFirst();
		assertThat(mail.subject()).isEqualTo("Deine E-Mail-Adresse wurde geändert");
		assertThat(mail.text()).contains("http://parley.test/restore-email?token=back");
	}

	@Test
	void deletedUserStaysDeletedAfterLateEvents() {
		var alice = this.fixture.member();
		soon().until(() -> this.contacts.find(alice.id()).isPresent());
		this.fixture.publish("user.deleted",
				Map.of("userId", alice.id(), "deletedAt", Instant.now().toString(), "version", 9));
		soon().until(() -> this.contacts.find(alice.id()).isEmpty());
		this.fixture.publish("contact.changed", Map.of("userId", alice.id(), "address",
				this.fixture.seal(alice.address()), "verified", true, "locale", "en", "timeZone", "UTC", "version", 8));
		var bob = this.fixture.member();
		soon().until(() -> this.contacts.find(bob.id()).isPresent());
		assertThat(this.contacts.find(alice.id())).isEmpty();
		assertThat(String.valueOf(this.mongo.findById(alice.id(), Document.class, "people")))
			.doesNotContain(alice.username());
	}

	@Test
	void banMailHasReasonAndEnd() {
		var alice = this.fixture.member();
		this.fixture.publish("user.banned",
				Map.of("user", alice.person(), "roles", alice.roles(), "reason", "Advertising <b>.", "until",
						Instant.now().plus(Duration.ofDays(2)).toString(), "tokenVersion", 2, "by", alice.person(),
						"version", 3));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var mail = this.mailServer.receivedBy(alice.address()).getFirst();
		assertThat(mail.text()).contains("Advertising <b>.", "The ban ends on");
		assertThat(mail.html()).contains("Advertising &lt;b&gt;.");
	}

	@Test
	void personLearnsThatBanWasLifted() {
		var alice = this.fixture.member();
		this.fixture.publish("user.unbanned",
				Map.of("user", alice.person(), "roles", alice.roles(), "by", alice.person(), "version", 3));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(alice.address()).getFirst().text()).contains("You can sign in again.",
				"/sign-in");
	}

	@Test
	void mailAboutLiftedBanIsNotSent() {
		var alice = this.fixture.member();
		this.fixture.publishUnban(alice, 4);
		soon().until(() -> version(alice) == 4);
		this.fixture.publishBan(alice, 3);
		var bans = Query.query(Criteria.where("userId").is(alice.id()).and("template").is("BAN"));
		soon().untilAsserted(() -> assertThat(this.mongo.find(bans, Document.class, "mails"))
			.extracting((mail) -> mail.getString("state"))
			.containsExactly("DROPPED"));
		assertThat(this.mailServer.receivedBy(alice.address())).isEmpty();
	}

	private long version(TestUser user) {
		var person = this.mongo.findById(user.id(), RecipientPerson.class);
		return (person != null) ? person.version() : 0;
	}

	@Test
	void statementOfBanIsMailedWithLinkToAppeal() {
		for (var type : List.of("statement.issued", "social-statement.issued", "message-statement.issued")) {
			var alice = this.fixture.member();
			publishBan(type, alice, Ids.next());
			soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
			var mail = this.mailServer.receivedBy(alice.address()).getFirst();
			assertThat(mail.subject()).isEqualTo("The reasons of your ban, and how to appeal");
			assertThat(mail.text()).contains("http://parley.test/appeal?token=a-token", "You can appeal once, until");
			assertThat(mail.unsubscribe()).isEmpty();
		}
	}

	@Test
	void repeatedStatementOfBanIsMailedOnce() {
		var alice = this.fixture.member();
		var statement = Ids.next();
		publishBan("statement.issued", alice, statement);
		publishBan("statement.issued", alice, statement);
		publishBan("statement.issued", alice, Ids.next());
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 2);
		assertThat(this.mongo.count(Query.query(Criteria.where("userId").is(alice.id()).and("template").is("APPEAL")),
				"mails"))
			.isEqualTo(2);
		assertThat(this.mongo.find(Query.query(Criteria.where("userId").is(alice.id())), Document.class, "mails")
			.toString()).doesNotContain("a-token");
	}

	@Test
	void groupedRepliesAreMailedOnceWhileUnread() {
		var alice = this.fixture.member();
		var thread = this.fixture.publishReply(alice);
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Two.");
		soon().until(() -> this.fixture.notifications(alice).getFirst().path("count").asInt() == 2);
		assertThat(this.mailServer.receivedBy(alice.address())).singleElement().satisfies((mail) -> {
			assertThat(mail.text()).contains("replied in “Which tomatoes for a balcony?”");
			assertThat(mail.html()).contains("http://parley.test/threads/" + thread.id() + "?post=2");
		});
	}

	/** A title must not look like a mail of the forum about the account. */
	@Test
	void mailOfNewsNamesItsAuthor() {
		var alice = this.fixture.member();
		var mallory = this.fixture.member();
		var thread = new ServiceFixture.TestThread(Ids.next(), this.fixture.category("anyone"),
				"Your account is banned", mallory);
		this.fixture.publishThread(thread, "Open this, @" + alice.username());
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var mail = this.mailServer.receivedBy(alice.address()).getFirst();
		assertThat(mail.headers().get("From")).contains(mallory.name() + " (Parley)");
	}

	@Test
	void unverifiedAddressReceivesNoNotificationMail() {
		var alice = this.fixture.unknownUser();
		this.fixture.publishRegistration(alice);
		this.fixture.publishContact(alice, false, "en", "UTC", 2);
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(alice.id())), "contacts"));
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "One.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		assertThat(isStored(alice)).isFalse();
	}

	@Test
	void oneClickUnsubscribeTurnsOffMailsOfKind() {
		var alice = this.fixture.member();
		this.fixture.publishReply(alice);
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var mail = this.mailServer.receivedBy(alice.address()).getFirst();
		var header = mail.unsubscribe();
		assertThat(mail.text()).contains("Unsubscribe from these emails: " + header.substring(1, header.length() - 1));
		var path = header.substring(header.indexOf("/notifications/"), header.indexOf('>'));
		assertThat(this.fixture.call(null, "POST", path + "?utm_source=mail", null).status()).isEqualTo(204);
		assertThat(this.fixture.call(null, "POST", path, null).status()).isEqualTo(204);
		assertThat(this.fixture.call(null, "POST", path + "x", null).code()).isEqualTo("unsubscribe.unknown");
		var kinds = this.fixture.get(alice, "/users/me/preferences").data().path("kinds").toString();
		assertThat(kinds).contains("{\"kind\":\"reply\",\"inApp\":true,\"live\":true,\"mail\":\"none\"",
				"{\"kind\":\"mention\",\"inApp\":true,\"live\":true,\"mail\":\"now\"");
	}

	@Test
	void openedUnsubscribeAddressAsksAndChangesNothing() {
		var alice = this.fixture.unknownUser();
		this.fixture.publishRegistration(alice);
		this.fixture.publishContact(alice, true, "de", "UTC", 2);
		this.fixture.publishReply(alice);
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var header = this.mailServer.receivedBy(alice.address()).getFirst().unsubscribe();
		var path = header.substring(header.indexOf("/notifications/"), header.indexOf('>'));
		var page = this.fixture.browse("GET", path);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
		assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(page.body()).contains("lang=\"de\"", "<button>Abbestellen</button>", "method=\"post\"")
			.contains(" · Parley</title>", "dir=\"auto\">Parley</a>", "background: #0f6b66; color: #ffffff;");
		assertThat(mailOfReplies(alice)).isEqualTo("now");
		var done = this.fixture.browse("POST", path);
		assertThat(done.statusCode()).isEqualTo(200);
		assertThat(done.body()).contains("Abbestellt. Du bekommst").doesNotContain("<button>");
		assertThat(mailOfReplies(alice)).isEqualTo("none");
		for (var method : List.of("GET", "POST")) {
			var unknown = this.fixture.browse(method, path + "x");
			assertThat(unknown.statusCode()).isEqualTo(404);
			assertThat(unknown.body()).contains("lang=\"en\"", "This link does not work", "/settings/notifications")
				.doesNotContain("<button>");
		}
	}

	private String mailOfReplies(ServiceFixture.TestUser user) {
		return this.fixture.get(user, "/users/me/preferences")
			.data()
			.path("kinds")
			.valueStream()
			.filter((kind) -> kind.path("kind").asString().equals("reply"))
			.map((kind) -> kind.path("mail").asString())
			.findFirst()
			.orElse("");
	}

	@Test
	void mailsOfOneThreadHangTogether() {
		var alice = this.fixture.member();
		var thread = this.fixture.publishReply(alice);
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Two.");
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 2);
		assertThat(this.mailServer.receivedBy(alice.address()))
			.allSatisfy((mail) -> assertThat(mail.references()).startsWith("<threads-" + thread.id() + "@"))
			.allSatisfy((mail) -> assertThat(mail.subject()).isEqualTo("Which tomatoes for a balcony?"))
			.extracting(TestMailServer.Received::messageId)
			.doesNotHaveDuplicates();
	}

	@Test
	void sealedValueThatIsNoTokenIsRejected() {
		for (var secret : List.of("nonsense", "user@example.com", "id:no-such-kind", ":", "")) {
			var answer = this.fixture.call(null, "POST", "/notifications/unsubscribe/" + this.fixture.seal(secret),
					null);
			assertThat(answer.code()).as(secret).isEqualTo("unsubscribe.unknown");
		}
	}

	@Test
	void serverOutageCostsNoAttemptAndSendsOnce() {
		var postponed = this.meters.counter("parley.mails", "template", "verification", "outcome", "postponed");
		var before = postponed.count();
		var people = IntStream.range(0, 5).mapToObj((_) -> this.fixture.unknownUser()).toList();
		this.mailServer.stop();
		try {
			people.forEach((person) -> this.fixture.publishVerification(person, "token", "en",
					Instant.now().plusSeconds(3600)));
			soon().until(() -> people.stream().allMatch((person) -> isStored(person)));
			soon().until(() -> !this.server.isAvailable());
		}
		finally {
			this.mailServer.start();
		}
		people.forEach((person) -> soon().until(() -> "SENT".equals(state(person))));
		people.forEach((person) -> assertThat(this.mailServer.receivedBy(person.address())).hasSize(1));
		people.forEach((person) -> assertThat(stored(person).getInteger("attempts")).isZero());
		assertThat(postponed.count()).isGreaterThan(before);
	}

	@Test
	void refusedMailIsDeadAfterThreeRetries() {
		var alice = this.fixture.unknownUser();
		this.loop.stop();
		this.fixture.publishVerification(alice, "token", "en", Instant.now().plus(Duration.ofDays(1)));
		soon().until(() -> isStored(alice));
		for (int attempt = 1; attempt <= 4; attempt++) {
			var mail = this.mails.claim().orElseThrow();
			var state = this.mails.markRefused(mail, "a***@e***", "smtp.450");
			assertThat(state).isEqualTo((attempt < 4) ? MailState.FAILED : MailState.DEAD);
			assertThat(isDue(alice)).isFalse();
			this.clock.move(Duration.ofSeconds(attempt));
		}
		assertThat(state(alice)).isEqualTo("DEAD");
		assertThat(stored(alice)).doesNotContainKeys("token", "address", "dueAt");
	}

	@Test
	void addressThatRefusesFiveMailsIsSuppressedUntilItAcceptsOne() {
		var alice = this.fixture.unknownUser();
		this.loop.stop();
		this.fixture.publishVerification(alice, "token", "en", Instant.now().plus(Duration.ofDays(1)));
		soon().until(() -> isStored(alice));
		var outcomes = new RecordMailOutcome(this.mails, this.suppressions, this.settings, this.meters);
		var refusal = MailRefusedException.ofRecipient(550, "550 No such user here", new IllegalStateException());
		var address = new MailedAddress(alice.id(), MailedAddress.keyOf(alice.address()), "a***@e***");
		for (int i = 0; i < 4; i++) {
			this.suppressions.countRefusal(address, Ids.next());
		}
		for (int attempt = 1; attempt <= 4; attempt++) {
			assertThat(standing(alice)).doesNotContainKey("reason");
			outcomes.markRefused(this.mails.claim().orElseThrow(), address, refusal);
			this.clock.move(Duration.ofSeconds(attempt));
		}
		assertThat(standing(alice)).containsEntry("reason", "SOFT_BOUNCES");
		assertThat(stored(alice)).containsEntry("reason", "smtp.550: 550 No such user here");
		outcomes.markSent(this.mails.find(stored(alice).getString("_id")).orElseThrow(), address);
		assertThat(standing(alice)).isEmpty();
	}

	@Test
	void mailThatWaitsForServerSaysWhy() {
		var alice = this.fixture.unknownUser();
		this.loop.stop();
		this.fixture.publishVerification(alice, "token", "en", Instant.now().plus(Duration.ofDays(1)));
		soon().until(() -> isStored(alice));
		new RecordMailOutcome(this.mails, this.suppressions, this.settings, this.meters).postpone(
				this.mails.claim().orElseThrow(),
				new MailServerUnavailableException(new IllegalStateException("535 Wrong password")));
		assertThat(stored(alice)).containsEntry("state", "WAITING")
			.containsEntry("reason", "server.unavailable: IllegalStateException: 535 Wrong password");
	}

	private Document standing(TestUser person) {
		var own = Query.query(Criteria.where("userId").is(person.id()));
		return Objects.requireNonNullElseGet(this.mongo.findOne(own, Document.class, "address_standings"),
				Document::new);
	}

	@Test
	void crashAfterAcceptanceResendsSameMessageId() {
		var alice = this.fixture.unknownUser();
		this.loop.stop();
		this.fixture.publishVerification(alice, "token", "en", Instant.now().plusSeconds(3600));
		soon().until(() -> isStored(alice));
		var crashing = new RecordMailOutcome(this.mails, this.suppressions, this.settings, this.meters) {

			@Override
			void markSent(Mail mail, MailedAddress address) {
				throw new IllegalStateException("The process crashes");
			}

		};
		var worker = new MailWorker(this.mails, this.server, new DeliverMail(this.server, this.mailComposer,
				this.mailAddresses, this.newsRelevance, crashing, this.clock), this.processRole, this.clock,
				SpanRecorder.NONE);
		assertThatIllegalStateException().isThrownBy(worker::doBatch).withMessage("The process crashes");
		assertThat(isDue(alice)).as("due before the lease ends").isFalse();
		this.clock.move(Duration.ofMinutes(2));
		soon().until(() -> !this.mailWorker.doBatch());
		assertThat(this.mailServer.receivedBy(alice.address())).hasSize(2)
			.extracting(TestMailServer.Received::messageId)
			.containsOnly("<%s@parley.test>".formatted(stored(alice).getString("_id")));
	}

	@Test
	void concurrentWorkersSendEachMailOnce() throws InterruptedException {
		awaitClosedBreaker();
		this.loop.stop();
		var people = IntStream.range(0, 20).mapToObj((_) -> this.fixture.unknownUser()).toList();
		people.forEach(
				(person) -> this.fixture.publishVerification(person, "token", "en", Instant.now().plusSeconds(3600)));
		soon().until(() -> people.stream().allMatch((person) -> isStored(person)));
		var areAllSent = new AtomicBoolean();
		var done = new CountDownLatch(2);
		for (int worker = 0; worker < 2; worker++) {
			Thread.startVirtualThread(() -> {
				soon().until(() -> !this.mailWorker.doBatch() && areAllSent.get());
				done.countDown();
			});
		}
		soon().until(() -> people.stream().allMatch((person) -> "SENT".equals(state(person))));
		areAllSent.set(true);
		done.await();
		people.forEach((person) -> assertThat(this.mailServer.receivedBy(person.address())).hasSize(1));
	}

	private void publishBan(String type, TestUser author, String statement) {
		var content = type.startsWith("social-") ? "content" : type.startsWith("message-") ? "message" : "post";
		this.fixture.publishExample(type,
				(example) -> example.put("statementId", statement)
					.put("restriction", "ban")
					.put("appealUntil", Instant.now().plus(Duration.ofDays(183)).toString())
					.put("appealToken", this.fixture.seal("a-token"))
					.withObject("/" + content + "/author")
					.put("id", author.id()));
	}

	/** After an outage the breaker permits one mail at a time until one is sent. */
	private void awaitClosedBreaker() {
		var person = this.fixture.unknownUser();
		this.fixture.publishVerification(person, "token", "en", Instant.now().plusSeconds(3600));
		soon().until(() -> "SENT".equals(state(person)));
	}

	@Test
	void mailLogMasksAddresses() {
		var alice = this.fixture.unknownUser();
		var admin = this.fixture.unknownUser("user", "moderator", "admin");
		this.fixture.publishVerification(alice, "token", "en", Instant.now().plusSeconds(3600));
		soon().until(() -> "SENT".equals(state(alice)));
		var log = this.fixture.get(admin, "/admin/notification-service/mails?state=sent&limit=100");
		var line = log.data()
			.valueStream()
			.filter((mail) -> mail.path("userId").asString().equals(alice.id()))
			.findFirst();
		assertThat(line).hasValueSatisfying((mail) -> assertThat(mail.path("to").asString()).isEqualTo("p***@e***"));
		assertThat(this.fixture.get(this.fixture.unknownUser("user", "moderator"), "/admin/notification-service/mails")
			.status()).isEqualTo(403);
	}

	/** Mails of other tests may be due at any time. */
	private boolean isDue(TestUser user) {
		var due = stored(user).getDate("dueAt");
		return due != null && !due.toInstant().isAfter(this.clock.instant());
	}

	private Map<String, Object> appPermission(TestUser user, String app, String locale) {
		return Map.of("user", user.person(), "kind", "app-permitted", "address", this.fixture.seal(user.address()),
				"locale", locale, "at", Instant.now().toString(), "app", app);
	}

	private Document stored(TestUser user) {
		var found = this.mongo.findOne(new Query(Criteria.where("userId").is(user.id())), Document.class, "mails");
		return Objects.requireNonNullElseGet(found, Document::new);
	}

	private boolean isStored(TestUser user) {
		return !stored(user).isEmpty();
	}

	private String state(TestUser user) {
		return stored(user).get("state", "");
	}

}
