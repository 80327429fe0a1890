package org.parley.notification.mail.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.notification.mail.Mails;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.test.clock.MovableClock;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** Reports of providers suppress addresses, and deliveries free them. */
@NotificationTest
class MailFeedbackIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private TestMailServer mailServer;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Mails mails;

	@Autowired
	@Qualifier("mailLoop")
	private ClusterLoop sending;

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@ParameterizedTest
	@CsvSource({ "mail.bounced,hard-bounce", "mail.complained,complaint", "mail.unsubscribed,unsubscribed" })
	void reportedAddressGetsNoOptionalMails(String type, String reason) {
		var alice = this.fixture.member();
		var mail = mailReply(alice);
		report(type, mail, true);
		soon().until(() -> reason.equals(reason(alice)));
		dropReply(alice);
		assertThat(this.mailServer.receivedBy(alice.address())).hasSize(1);
		verify(alice);
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 2);
	}

	@Test
	void personAndAdministratorsSeeAndLiftSuppression() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var admin = this.fixture.member("admin");
		report("mail.bounced", mailReply(alice), true);
		report("mail.complained", mailReply(bob), true);
		soon().until(() -> reason(alice) != null && reason(bob) != null);
		var listed = this.fixture.get(admin, "/admin/notification-service/suppressions?reason=complaint").data();
		assertThat(listed.findValuesAsString("userId")).contains(bob.id()).doesNotContain(alice.id());
		assertThat(listed.toString()).doesNotContain(bob.address());
		for (var list : List.of("suppressions", "mails")) {
			assertThat(this.fixture.get(admin, "/admin/notification-service/" + list + "?user=" + bob.id())
				.data()
				.findValuesAsString("userId")).containsExactly(bob.id());
		}
		assertThat(this.fixture.call(alice, "GET", "/admin/notification-service/suppressions", null).status())
			.isEqualTo(403);
		assertThat(this.fixture.call(alice, "DELETE", "/notifications/mail-suppression", null).status()).isEqualTo(204);
		assertThat(this.fixture.call(alice, "DELETE", "/notifications/mail-suppression", null).status()).isEqualTo(204);
		assertThat(reason(alice)).isNull();
		assertThat(reason(bob)).isEqualTo("complaint");
		var id = Objects.requireNonNull(this.mongo.findOne(standing(bob), Document.class, "address_standings"))
			.getString("_id");
		var path = "/admin/notification-service/suppressions/" + id;
		var acts = new PublishedEvents(this.broker, this.rabbit, "notification.events", "administrator.acted");
		assertThat(this.fixture.call(admin, "DELETE", path, null).status()).isEqualTo(204);
		assertThat(this.fixture.call(admin, "DELETE", path, null).code()).isEqualTo("suppression.not-found");
		assertThat(reason(bob)).isNull();
		soon().untilAsserted(() -> assertThat(acts.actsOf(admin.id())).containsExactly("suppression-lifted " + id));
		mailReply(alice);
	}

	@Test
	void reportConfirmsMailWhoseAcceptanceIsUnknown() {
		var alice = this.fixture.member();
		soon().until(() -> this.mongo.exists(Query.query(Criteria.where("_id").is(alice.id())), "contacts"));
		this.sending.stop();
		try {
			this.fixture.publishReply(alice);
			soon().until(() -> count(alice, "WAITING") == 1);
			var mail = Stream.generate(() -> this.mails.claim().orElseThrow())
				.filter((claimed) -> claimed.userId().equals(alice.id()))
				.findFirst()
				.orElseThrow();
			this.mails.markRefused(mail, "a***@e***", "mail.unconfirmed");
			report("mail.delivered", mail.id(), true);
			soon().until(() -> count(alice, "SENT") == 1);
		}
		finally {
			this.sending.start();
		}
		this.clock.move(Duration.ofMinutes(1));
		assertThat(newest(alice)).doesNotContainKeys("dueAt", "reason", "address");
		assertThat(this.mailServer.receivedBy(alice.address())).isEmpty();
	}

	@Test
	void exportHasEachSuppressedAddressMasked() {
		var alice = this.fixture.member();
		report("mail.bounced", mailReply(alice), true);
		soon().until(() -> reason(alice) != null);
		var csv = this.fixture.load(this.fixture.member("admin"), "/admin/notification-service/suppressions/export");
		assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
		assertThat(csv.body()).startsWith("id,userId,to,reason,since\r\n")
			.contains(alice.id() + ",\"p***@e***\",hard-bounce,20")
			.doesNotContain(alice.address());
	}

	@Test
	void fiveMailsThatSoftBounceSuppressAndRepetitionsDoNotCount() {
		var alice = this.fixture.member();
		var first = mailReply(alice);
		for (int i = 0; i < 6; i++) {
			report("mail.bounced", first, false);
		}
		for (int i = 0; i < 3; i++) {
			report("mail.bounced", mailReply(alice), false);
		}
		report("mail.bounced", mailReply(this.fixture.member()), true);
		soon().until(() -> softBounces(alice) == 4);
		assertThat(reason(alice)).isNull();
		report("mail.bounced", mailReply(alice), false);
		soon().until(() -> "soft-bounces".equals(reason(alice)));
	}

	@Test
	void deliveredMailFreesAddressOnlyIfItIsNewer() {
		var alice = this.fixture.member();
		var old = mailReply(alice);
		report("mail.bounced", old, true);
		soon().until(() -> reason(alice) != null);
		report("mail.delivered", old, true);
		this.clock.move(Duration.ofSeconds(2));
		var newer = verify(alice);
		soon().until(() -> "delivered".equals(outcome(old)) || "hard-bounce".equals(outcome(old)));
		assertThat(reason(alice)).isEqualTo("hard-bounce");
		report("mail.delivered", newer, true);
		soon().until(() -> reason(alice) == null);
	}

	@Test
	void complaintIsNotEndedByDelivery() {
		var alice = this.fixture.member();
		report("mail.complained", mailReply(alice), true);
		soon().until(() -> reason(alice) != null);
		this.clock.move(Duration.ofSeconds(2));
		var newer = verify(alice);
		report("mail.delivered", newer, true);
		soon().until(() -> "delivered".equals(outcome(newer)));
		assertThat(reason(alice)).isEqualTo("complaint");
	}

	@ParameterizedTest
	@CsvSource({ "mail.unsubscribed,unsubscribed", "mail.complained,complaint" })
	void wishOfTheRecipientIsNotForgottenWithBounces(String type, String reason) {
		var alice = this.fixture.member();
		var mail = mailReply(alice);
		report("mail.bounced", mail, true);
		soon().until(() -> "hard-bounce".equals(reason(alice)));
		report(type, mail, true);
		soon().until(() -> reason.equals(reason(alice)));
		report("mail.bounced", mail, true);
		this.clock.move(Duration.ofSeconds(2));
		var newer = verify(alice);
		report("mail.delivered", newer, true);
		soon().until(() -> "delivered".equals(outcome(newer)));
		assertThat(reason(alice)).isEqualTo(reason);
	}

	@Test
	void bouncingAddressGetsOneSecurityMailADay() {
		var alice = this.fixture.member();
		report("mail.bounced", mailReply(alice), true);
		soon().until(() -> reason(alice) != null);
		verify(alice);
		publishVerification(alice);
		soon().until(() -> count(alice, "DROPPED") == 1);
		this.clock.move(Duration.ofDays(1).plusSeconds(1));
		verify(alice);
		assertThat(this.mailServer.receivedBy(alice.address())).hasSize(3);
	}

	@Test
	void mailOfTheDayKeepsItUntilItIsSent() {
		var alice = this.fixture.member();
		report("mail.bounced", mailReply(alice), true);
		soon().until(() -> reason(alice) != null);
		this.mailServer.stop();
		try {
			publishVerification(alice);
			soon().until(() -> this.mongo.exists(standing(alice).addCriteria(Criteria.where("triedAt").exists(true)),
					"address_standings"));
			soon().until(() -> count(alice, "WAITING") == 1);
		}
		finally {
			this.mailServer.start();
		}
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		publishVerification(alice);
		soon().until(() -> count(alice, "DROPPED") == 1);
		assertThat(this.mailServer.receivedBy(alice.address())).hasSize(1);
	}

	@Test
	void weightiestReportStaysInMailLog() {
		var mail = mailReply(this.fixture.member());
		for (var type : new String[] { "mail.complained", "mail.bounced", "mail.delivered" }) {
			report(type, mail, true);
		}
		var last = mailReply(this.fixture.member());
		report("mail.delivered", last, true);
		soon().until(() -> "delivered".equals(outcome(last)));
		assertThat(outcome(mail)).isEqualTo("complained");
	}

	@Test
	void reportAboutUnknownMailHasNoEffect() {
		report("mail.bounced", Ids.next(), true);
		var alice = this.fixture.member();
		var mail = mailReply(alice);
		report("mail.delivered", mail, true);
		soon().until(() -> "delivered".equals(outcome(mail)));
		assertThat(reason(alice)).isNull();
	}

	/** Sends a notification mail and returns its id. */
	private String mailReply(TestUser person) {
		var sent = count(person, "SENT");
		publishReply(person);
		soon().until(() -> count(person, "SENT") == sent + 1);
		return newest(person).getString("_id");
	}

	private void dropReply(TestUser person) {
		publishReply(person);
		soon().until(() -> count(person, "DROPPED") == 1);
		assertThat(newest(person).getString("reason")).isEqualTo("suppressed");
	}

	private void publishReply(TestUser person) {
		this.fixture.publishReply(person);
	}

	/** Sends a mail that cannot be turned off and returns its id. */
	private String verify(TestUser person) {
		var sent = count(person, "SENT");
		publishVerification(person);
		soon().until(() -> count(person, "SENT") == sent + 1);
		return newest(person).getString("_id");
	}

	private void publishVerification(TestUser person) {
		this.fixture.publishVerification(person, "token", "en", Instant.now().plus(Duration.ofDays(9)));
	}

	private void report(String type, String mail, boolean hard) {
		var data = new HashMap<String, Object>(Map.of("mailId", mail, "at", Instant.now().toString()));
		if (type.equals("mail.bounced")) {
			data.put("hard", hard);
		}
		this.fixture.publish(type, data);
	}

	private @Nullable String reason(TestUser person) {
		return this.fixture.get(person, "/notifications/mail-suppression").data().path("reason").asString(null);
	}

	private int softBounces(TestUser person) {
		var standing = this.mongo.findOne(standing(person), Document.class, "address_standings");
		return (standing != null) ? standing.getList("softBounces", String.class).size() : 0;
	}

	private static Query standing(TestUser person) {
		return Query.query(Criteria.where("userId").is(person.id()));
	}

	private @Nullable String outcome(String mail) {
		return Objects.requireNonNull(this.mongo.findById(mail, Document.class, "mails")).getString("outcome");
	}

	private long count(TestUser person, String state) {
		return this.mongo.count(Query.query(Criteria.where("userId").is(person.id()).and("state").is(state)), "mails");
	}

	private Document newest(TestUser person) {
		return Objects.requireNonNull(this.mongo.findOne(standing(person).with(Sort.by(Sort.Direction.DESC, "_id")),
				Document.class, "mails"));
	}

}
