package org.parley.notification.mail.reply;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestThread;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.notification.contact.Contacts;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.clock.MovableClock;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/**
 * Answers to mails become posts of their recipient, once; others are refused by a mail.
 */
@NotificationTest
class ReplyByMailIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private TestMailServer mailServer;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Contacts contacts;

	private Queue posts = new Queue("none");

	@BeforeEach
	void listen() {
		this.posts = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(
				BindingBuilder.bind(this.posts).to(new TopicExchange("notification.events")).with("post.mailed"));
	}

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	void answerIsPostOfRecipientOnce() {
		var alice = this.fixture.member();
		var thread = notifiedThread(alice);
		var address = addressOf(alice);
		var mail = mail(alice.address().toUpperCase(Locale.ROOT), address, "Cherry.\n\n> Bob");
		this.fixture.publish("mail.received", mail);
		this.fixture.publish("mail.received", mail);
		mail.put("mailId", Ids.next());
		this.fixture.publish("mail.received", mail);
		var post = nextPost();
		assertThat(post.path("authorId").asString()).isEqualTo(alice.id());
		assertThat(post.path("threadId").asString()).isEqualTo(thread.id());
		assertThat(post.path("postNumber").asInt()).isEqualTo(2);
		assertThat(post.path("content").asString()).isEqualTo("Cherry.");
		assertThat(post.path("roles").toString()).isEqualTo("[\"user\"]");
		this.fixture.publish("mail.received", mail(alice.address(), address, "Another."));
		assertThat(nextPost().path("content").asString()).as("copies have no effect").isEqualTo("Another.");
	}

	/** Also if others have replied meanwhile, of which no mail told. */
	@Test
	void replyToAnAnswerIsMailed() {
		var alice = this.fixture.member();
		var thread = notifiedThread(alice);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Me, too.");
		soon().until(() -> this.fixture.notifications(alice).getFirst().path("count").asInt() == 2);
		this.fixture.publish("mail.received", mail(alice.address(), addressOf(alice), "Cherry."));
		assertThat(nextPost().path("content").asString()).isEqualTo("Cherry.");
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 5), "Why?");
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 2);
	}

	@Test
	void pictureAloneIsPost() {
		var alice = this.fixture.member();
		notifiedThread(alice);
		var mail = mail(alice.address(), addressOf(alice), "");
		mail.put("pictures", List.of(Map.of("source", this.fixture.seal("x"))));
		this.fixture.publish("mail.received", mail);
		var post = nextPost();
		assertThat(post.path("content").asString())
			.isEqualTo("![](media:%s)".formatted(post.at("/pictures/0/mediaId").asString("")))
			.matches("!\\[]\\(media:[0-9A-Z]{26}\\)");
	}

	@Test
	void addressIsSameForAllMailsAboutThreadAndOtherForOthers() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var thread = this.fixture.thread(this.fixture.member(), this.fixture.category("anyone"));
		for (int number = 2; number < 4; number++) {
			var mails = number - 1;
			this.fixture.publishPost(this.fixture.post(thread.author(), thread, number), "@" + alice.username());
			soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == mails);
		}
		assertThat(this.mailServer.receivedBy(alice.address())).extracting((mail) -> tokenOf(mail.replyTo()))
			.containsOnly(tokenOf(addressOf(alice)));
		notifiedThread(bob);
		assertThat(tokenOf(addressOf(bob))).isNotEqualTo(tokenOf(addressOf(alice)));
	}

	/** The name of a reporter is a secret, which a post of theirs would tell. */
	@Test
	void outcomeOfReportCannotBeAnswered() {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(this.fixture.member(), this.fixture.category("anyone"));
		var post = this.fixture.post(this.fixture.member(), thread, 2);
		this.fixture.call(alice, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(Map.of("kind", "report", "inApp", true, "live", true, "mail", "now"))));
		this.fixture.publish("report.closed",
				Map.of("report", Map.of("id", Ids.next(), "status", "upheld", "createdAt", "2026-11-20T09:25:00Z"),
						"post", post.reference(), "thread", thread.reference(), "reporter", alice.person()));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		var mail = this.mailServer.receivedBy(alice.address()).getFirst();
		assertThat(mail.replyTo()).isEmpty();
		assertThat(mail.text()).contains(thread.id()).doesNotContain("You can answer this email");
	}

	@Test
	void strangersAndForgedAuthorsAreRefusedAtTheOwnersAddress() {
		var alice = this.fixture.member();
		var mallory = this.fixture.member();
		notifiedThread(alice);
		var address = addressOf(alice);
		this.fixture.publish("mail.received", mail(mallory.address(), address, "I am Alice."));
		assertThat(refusal(alice, 2)).contains("It came from another address");
		var forged = mail(alice.address(), address, "I am Alice.");
		forged.put("authentication", "fail");
		this.fixture.publish("mail.received", forged);
		assertThat(refusal(alice, 3)).contains("could not confirm");
		assertThat(this.mailServer.receivedBy(mallory.address())).isEmpty();
		this.fixture.publish("mail.received", mail(alice.address(), address, "> Bob"));
		this.clock.move(Duration.ofMinutes(2));
		this.fixture.publish("mail.received", mail(alice.address(), address, "Mine."));
		assertThat(nextPost().path("content").asString()).isEqualTo("Mine.");
		assertThat(this.mailServer.receivedBy(alice.address())).as("no more refusals this day").hasSize(3);
	}

	@Test
	void unverifiedAuthorIsRefused() {
		var alice = this.fixture.member();
		notifiedThread(alice);
		var address = addressOf(alice);
		this.fixture.publishContact(alice, false, "de", "UTC", 3);
		soon().until(() -> this.contacts.find(alice.id()).filter((contact) -> !contact.verified()).isPresent());
		this.fixture.publish("mail.received", mail(alice.address(), address, "Mine."));
		assertThat(refusal(alice, 2)).contains("Sie kam von einer anderen Adresse");
	}

	@Test
	void refusalOfForumIsAnswerToTheMail() {
		var alice = this.fixture.member();
		notifiedThread(alice);
		var mail = mail(alice.address(), addressOf(alice), "Mine.");
		this.fixture.publish("mail.received", mail);
		nextPost();
		var refused = Map.of("mailId", mail.get("mailId"), "authorId", alice.id(), "code", "thread.locked");
		this.fixture.publish("mailed-post.refused", refused);
		assertThat(refusal(alice, 2)).contains("The thread is locked");
		var answer = this.mailServer.receivedBy(alice.address()).getLast();
		assertThat(answer.references()).isEqualTo(mail.get("messageId"));
		assertThat(answer.subject()).isEqualTo("Re: x...");
		assertThat(answer.replyTo()).isEmpty();
		this.fixture.publish("mailed-post.refused", refused);
		this.fixture.publish("mailed-post.refused",
				Map.of("mailId", Ids.next(), "authorId", alice.id(), "code", "some.other-code"));
		assertThat(refusal(alice, 3)).contains("The forum refused it");
	}

	@Test
	void tooManyMailsInMinuteAreRefused() {
		var alice = this.fixture.member();
		notifiedThread(alice);
		var address = addressOf(alice);
		var now = this.clock.instant().plusNanos(456_789);
		for (int i = 0; i < 4; i++) {
			this.fixture.publish("mail.received", arrived(now.plusSeconds(i), alice, address));
		}
		assertThat(refusal(alice, 2)).contains("too many emails");
		this.clock.move(Duration.ofMinutes(2));
		this.fixture.publish("mail.received", mail(alice.address(), address, "Later."));
		for (int i = 0; i < 4; i++) {
			nextPost();
		}
	}

	@Test
	void mailsAreTooManyInAnyOrder() {
		var alice = this.fixture.member();
		notifiedThread(alice);
		var address = addressOf(alice);
		var now = this.clock.instant();
		for (int second : new int[] { 30, 0, 20 }) {
			this.fixture.publish("mail.received", arrived(now.minusSeconds(second), alice, address));
			nextPost();
		}
		this.fixture.publish("mail.received", arrived(now.minusSeconds(10), alice, address));
		assertThat(refusal(alice, 2)).contains("too many emails");
	}

	@Test
	void mailsThatWaitedForWorkerCountWhenTheyArrived() {
		var alice = this.fixture.member();
		notifiedThread(alice);
		var address = addressOf(alice);
		var now = this.clock.instant();
		for (int i = 0; i < 5; i++) {
			this.fixture.publish("mail.received", arrived(now.minusSeconds(30L * (5 - i)), alice, address));
		}
		for (int i = 0; i < 5; i++) {
			nextPost();
		}
	}

	@Test
	void mailToCategoryStartsThreadOnlyIfItIsAuthentic() {
		var alice = this.fixture.member();
		notifiedThread(alice);
		var mail = mail(alice.address(), "reply+gardening@reply.example.org", "Which?");
		mail.put("title", "Fwd: Re: Tomatoes");
		this.fixture.publish("mail.received", mail);
		var post = nextPost();
		assertThat(post.path("category").asString()).isEqualTo("gardening");
		assertThat(post.path("title").asString()).isEqualTo("Tomatoes");
		var doubtful = mail(alice.address(), "reply+gardening@reply.example.org", "Which?");
		doubtful.put("authentication", "none");
		this.fixture.publish("mail.received", doubtful);
		assertThat(refusal(alice, 2)).contains("could not confirm");
		assertThat(this.mailServer.receivedBy(alice.address()).getLast().subject())
			.isEqualTo("Your email was not published");
	}

	@Test
	void answerToUnknownTagIsNoNewThread() {
		var alice = this.fixture.member();
		notifiedThread(alice);
		this.fixture.publish("mail.received",
				mail(alice.address(), "reply+" + "1a".repeat(12) + "2-1@reply.example.org", "Which?"));
		assertThat(refusal(alice, 2)).contains("Answer an email about a thread");
	}

	@Test
	void mailOfUnknownPersonHasNoEffect() {
		var alice = this.fixture.member();
		notifiedThread(alice);
		this.fixture.publish("mail.received",
				mail("nobody@example.com", "reply+gardening@reply.example.org", "Buy this."));
		this.fixture.publish("mail.received", mail(alice.address(), addressOf(alice), "Mine."));
		assertThat(nextPost().path("content").asString()).isEqualTo("Mine.");
		assertThat(this.mailServer.receivedBy("nobody@example.com")).isEmpty();
	}

	/** A thread about which a user has received a mail. */
	private TestThread notifiedThread(TestUser person) {
		var thread = this.fixture.publishReply(person);
		soon().until(() -> !this.mailServer.receivedBy(person.address()).isEmpty());
		return thread;
	}

	private String addressOf(TestUser person) {
		var mail = this.mailServer.receivedBy(person.address()).getLast();
		assertThat(mail.replyTo()).matches("reply\\+[0-9a-z]{25}-[0-9]+@reply\\.example\\.org");
		assertThat(mail.text()).contains("You can answer this email");
		return mail.replyTo();
	}

	private static String tokenOf(String address) {
		return address.substring(0, address.indexOf('-'));
	}

	private String refusal(TestUser person, int mails) {
		soon().until(() -> this.mailServer.receivedBy(person.address()).size() == mails);
		return this.mailServer.receivedBy(person.address()).getLast().text();
	}

	private Map<String, Object> arrived(Instant at, TestUser writer, String address) {
		var mail = mail(writer.address(), address, "Sent at " + at);
		mail.put("at", at.toString());
		return mail;
	}

	private Map<String, Object> mail(String from, String to, String text) {
		return new TreeMap<>(Map.of("mailId", Ids.next(), "from", this.fixture.seal(from), "to",
				List.of(this.fixture.seal(to)), "messageId", "<" + Ids.next() + "@mail.example.com>", "title", "Re: x",
				"text", text, "authentication", "pass", "at", this.clock.instant().toString()));
	}

	private JsonNode nextPost() {
		var message = soon().until(() -> this.rabbit.receive(this.posts.getName()), Objects::nonNull);
		var event = new String(bodyOf(message), StandardCharsets.UTF_8);
		assertThat(EventContract.violations(event)).isEmpty();
		return JsonMapper.shared().readTree(event).path("data");
	}

	private static byte[] bodyOf(@Nullable Message message) {
		return Objects.requireNonNull(message).getBody();
	}

}
