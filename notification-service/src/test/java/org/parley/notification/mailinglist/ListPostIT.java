package org.parley.notification.mailinglist;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestThread;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer.Received;
import org.parley.notification.TestMailServer;
import org.parley.notification.mail.Mail;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.Mails;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.test.clock.MovableClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** People who want every post get each once, and only what they may read. */
@NotificationTest
class ListPostIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private TestMailServer mailServer;

	@Autowired
	private MovableClock clock;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private Mails mails;

	@Autowired
	@Qualifier("mailLoop")
	private ClusterLoop sending;

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	void eachPostIsOneMailThatCanBeAnswered() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var category = this.fixture.category("anyone");
		assertThat(want(alice, category).data().path("everyPost").toString()).contains(category);
		var thread = this.fixture.thread(bob, category);
		this.fixture.publishThread(thread, "<p>Cherry? <img src=\"media:01KAG3P1C2T3R4E5S6A7B8C9D0\" alt=\"Pot\"></p>");
		soon().until(() -> mails(alice).size() == 1);
		this.fixture.publishPost(this.fixture.post(bob, thread, 2), "Stupice, @" + alice.username());
		soon().until(() -> mails(alice).size() == 2);
		var first = mails(alice).getFirst();
		assertThat(first.subject()).isEqualTo(thread.title());
		assertThat(first.text()).contains(bob.name() + " wrote in", "Cherry?", "You get every post of this category",
				"You can answer this email");
		assertThat(first.html()).contains("Cherry? [🖼 Pot]", "text-align:start")
			.containsPattern("<h1[^>]*dir=\"auto\"")
			.doesNotContain("media:");
		assertThat(first.headers()).containsEntry("List-Id", "a-category <%s.category.parley.test>".formatted(category))
			.containsEntry("List-Post", "<mailto:reply+a-category@reply.example.org>")
			.containsEntry("List-Archive", "<http://parley.test/categories/a-category>")
			.containsEntry("Precedence", "list");
		assertThat(first.headers().get("From")).contains(bob.name());
		assertThat(first.replyTo()).matches("reply\\+[0-9a-z]{25}-1@reply\\.example\\.org");
		var second = mails(alice).getLast();
		assertThat(second.text()).contains("Stupice");
		assertThat(second.references()).isEqualTo(first.references());
		soon().until(() -> this.fixture.notifications(alice).size() == 1);
		post(thread, 3);
		soon().until(() -> texts(alice).contains("Number 3."));
		assertThat(mails(alice)).as("the mention is listed, and not mailed besides").hasSize(3);
		assertThat(mails(bob)).isEmpty();
	}

	@Test
	void onlyReadersWhoHaveNotMutedThePlaceGetPosts() {
		var author = this.fixture.member();
		var alice = this.fixture.member();
		var muting = this.fixture.member();
		var moderator = this.fixture.member("user", "moderator");
		var banned = this.fixture.member();
		var unverified = this.fixture.member();
		for (var person : List.of(alice, muting, moderator, banned, unverified, author)) {
			want(person, "all");
		}
		this.fixture.publishBan(banned, 3);
		this.fixture.publishContact(unverified, false, "en", "UTC", 3);
		var open = this.fixture.thread(author, this.fixture.category("anyone"));
		this.fixture.publishFollowLevel(muting, "thread", open.id(), "muted", 1);
		this.fixture.publishThread(this.fixture.thread(author, this.fixture.category("moderator")), "Secret.");
		soon().until(() -> texts(moderator).contains("Secret."));
		this.fixture.publishThread(open, "Open.");
		soon().until(() -> texts(alice).contains("Open.") && texts(moderator).contains("Open."));
		assertThat(mails(alice)).hasSize(1);
		for (var other : List.of(muting, banned, unverified, author)) {
			assertThat(texts(other)).doesNotContain("Open.");
		}
	}

	@Test
	void removedPostIsNotMailed() {
		var alice = this.fixture.member();
		var category = this.fixture.category("anyone");
		want(alice, category);
		var thread = this.fixture.thread(this.fixture.member(), category);
		this.mailServer.stop();
		var removed = this.fixture.post(thread.author(), thread, 2);
		this.fixture.publishPost(removed, "Spam.");
		this.fixture.publishPostRemoval(removed, 1);
		this.fixture.publishPost(this.fixture.post(thread.author(), thread, 3), "Fine.");
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(removed.id()).and("visible").is(false)),
				"posts"));
		this.mailServer.start();
		soon().until(() -> texts(alice).contains("Fine."));
		assertThat(texts(alice)).doesNotContain("Spam.");
	}

	@Test
	void waitingMailHasTheTextOfTheLastEdit() {
		var alice = this.fixture.member();
		var category = this.fixture.category("anyone");
		want(alice, category);
		var thread = this.fixture.thread(this.fixture.member(), category);
		this.mailServer.stop();
		var post = this.fixture.post(thread.author(), thread, 2);
		this.fixture.publishPost(post, "Her number is 5550123.");
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("userId").is(alice.id())), "mails"));
		this.fixture.publishPostEdit(post, "Ask her.", 1);
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("values.content").is("Ask her.")), "mails"));
		this.mailServer.start();
		soon().until(() -> mails(alice).size() == 1);
		assertThat(mails(alice).getFirst().text()).contains("Ask her.").doesNotContain("5550123");
		assertThat(mails(alice).getFirst().html()).contains("Ask her.").doesNotContain("5550123");
	}

	@Test
	void postsWaitForTheEndOfQuietHours() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var category = this.fixture.category("anyone");
		want(bob, category);
		this.fixture.call(alice, "PUT", "/users/me/preferences", Map.of("kinds", List.of(), "everyPost",
				List.of(category), "quietHours", ServiceFixture.quietAround(this.clock.instant())));
		post(this.fixture.thread(this.fixture.member(), category), 2);
		soon().until(() -> mails(bob).size() == 1);
		var due = this.clock.instant().plus(Duration.ofMinutes(100));
		assertThat(this.mongo.exists(new Query(Criteria.where("userId").is(alice.id()).and("dueAt").gt(due)), "mails"))
			.isTrue();
		this.clock.move(Duration.ofHours(3));
		soon().until(() -> mails(alice).size() == 1);
	}

	@Test
	void thePersonsLimitOfAnHourIsNamedByTheLastMail() {
		var alice = this.fixture.member();
		var category = this.fixture.category("anyone");
		want(alice, category);
		var thread = this.fixture.thread(this.fixture.member(), category);
		for (int number = 2; number < 5; number++) {
			var sent = number - 1;
			post(thread, number);
			soon().until(() -> mails(alice).size() == sent);
		}
		assertThat(mails(alice).get(1).text()).doesNotContain("for an hour");
		assertThat(mails(alice).getLast().text()).contains("the last post that you get by email for an hour");
		var tooMany = this.fixture.post(thread.author(), thread, 5);
		this.fixture.publishPost(tooMany, "Number 5.");
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(tooMany.id())), "posts")
				&& this.mongo.getCollection("list_posts").countDocuments() == 0);
		this.clock.move(Duration.ofMinutes(61));
		post(thread, 6);
		soon().until(() -> texts(alice).contains("Number 6."));
		assertThat(texts(alice)).doesNotContain("Number 5.");
	}

	@Test
	void listWaitsForAllOtherMailsAndIsDroppedAfterDay() {
		var alice = this.fixture.member();
		var category = this.fixture.category("anyone");
		want(alice, category);
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(alice.id())), "contacts"));
		this.sending.stop();
		try {
			post(this.fixture.thread(this.fixture.member(), category), 2);
			soon().until(() -> waiting(alice) == 1);
			this.fixture.publishReply(alice);
			soon().until(() -> waiting(alice) == 2);
			var claimed = Stream.generate(() -> this.mails.claim().orElseThrow())
				.filter((mail) -> mail.userId().equals(alice.id()))
				.limit(2)
				.toList();
			assertThat(claimed).extracting(Mail::template)
				.containsExactly(MailTemplate.NOTIFICATION, MailTemplate.LIST_POST);
			var now = this.clock.instant();
			assertThat(claimed.getLast().isExpired(now.plus(Duration.ofHours(23)))).isFalse();
			assertThat(claimed.getLast().isExpired(now.plus(Duration.ofHours(24)))).isTrue();
		}
		finally {
			this.sending.start();
		}
	}

	@Test
	void oneClickUnsubscribes() {
		var alice = this.fixture.member();
		var category = this.fixture.category("anyone");
		want(alice, category);
		var thread = this.fixture.thread(this.fixture.member(), category);
		post(thread, 2);
		soon().until(() -> mails(alice).size() == 1);
		var link = mails(alice).getFirst().unsubscribe();
		var path = link.substring(link.indexOf("/notifications/unsubscribe/"), link.indexOf('>'));
		assertThat(this.fixture.browse("POST", path).statusCode()).isEqualTo(200);
		assertThat(this.fixture.get(alice, "/users/me/preferences").data().path("everyPost")).isEmpty();
	}

	@Test
	void otherThanIdsOfCategoriesAreRefused() {
		var alice = this.fixture.member();
		assertThat(want(alice, "gardening").status()).isEqualTo(400);
		assertThat(want(alice, "all").status()).isEqualTo(200);
		assertThat(this.fixture.call(alice, "PUT", "/users/me/preferences", Map.of("kinds", List.of())).status())
			.isEqualTo(200);
		assertThat(this.fixture.get(alice, "/users/me/preferences").data().path("everyPost")).isEmpty();
	}

	private long waiting(TestUser person) {
		return this.mongo.count(new Query(Criteria.where("userId").is(person.id()).and("state").is("WAITING")),
				"mails");
	}

	private void post(TestThread thread, int number) {
		this.fixture.publishPost(this.fixture.post(thread.author(), thread, number), "Number " + number + ".");
	}

	private ServiceFixture.Response want(TestUser person, String category) {
		return this.fixture.call(person, "PUT", "/users/me/preferences",
				Map.of("kinds", List.of(), "everyPost", List.of(category)));
	}

	private List<Received> mails(TestUser person) {
		return this.mailServer.receivedBy(person.address());
	}

	private String texts(TestUser person) {
		return String.join("\n", mails(person).stream().map(Received::text).toList());
	}

}
