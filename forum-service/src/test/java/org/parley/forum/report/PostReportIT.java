package org.parley.forum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contracts.forum.post.ReportClosed;
import org.parley.forum.ForumIT;
import org.parley.forum.post.moderation.PostDecided;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

@RecordApplicationEvents
class PostReportIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String post = "";

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private ApplicationEvents events;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@BeforeEach
	void createPost() {
		this.post = this.forum.reply(this.bob, this.forum.thread(this.alice, this.forum.category()));
	}

	@Test
	void reportIsListedForModerators() {
		var made = report(this.alice, "spam", "Everywhere the same.");
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.data().path("status").asString()).isEqualTo("open");
		assertThat(made.data().path("postId").asString()).isEqualTo(this.post);
		var seen = reports(this.forum.moderator(), "?status=open").data().path(0);
		assertThat(seen.path("id").asString()).isEqualTo(made.id());
		assertThat(seen.path("reporter").path("id").asString()).isEqualTo(this.alice.id());
		assertThat(seen.path("reason").asString()).isEqualTo("spam");
		assertThat(seen.path("note").asString()).isEqualTo("Everywhere the same.");
		assertThat(seen.path("post").path("author").path("id").asString()).isEqualTo(this.bob.id());
		assertThat(seen.path("post").path("number").asInt()).isEqualTo(2);
	}

	@Test
	void secondOpenReportIsRefused() {
		report(this.alice, "spam", null);
		assertRefused(report(this.alice, "abuse", null), 409, "report.open");
		assertThat(report(TestUser.with(), "spam", null).status()).isEqualTo(201);
	}

	@Test
	void concurrentReportsCreateOne() throws Exception {
		var same = new ArrayList<Callable<TestResponse>>();
		for (var i = 0; i < 8; i++) {
			same.add(() -> report(this.alice, "spam", null));
		}
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = threads.invokeAll(same).stream().map((answer) -> answer.resultNow().status()).toList();
			assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
		}
	}

	@Test
	void repeatedIdempotencyKeyCreatesOneReport() {
		var first = keyed("spam");
		assertThat(keyed("spam").id()).isEqualTo(first.id());
		assertThat(keyed("abuse").status()).isEqualTo(422);
	}

	@Test
	void decisionClosesAllReports() {
		report(this.alice, "spam", null);
		report(TestUser.with(), "abuse", null);
		this.publisher.publishEvent(new PostDecided(this.post, true));
		assertThat(of(this.post, "upheld")).hasSize(2);
		assertThat(of(this.post, "open")).isEmpty();
		assertThat(report(this.alice, "spam", null).status()).isEqualTo(201);
		this.publisher.publishEvent(new PostDecided(this.post, false));
		assertThat(of(this.post, "dismissed")).hasSize(1);
	}

	@Test
	void decisionPublishesEventToReporter() {
		var made = report(this.alice, "spam", null);
		this.publisher.publishEvent(new PostDecided(this.post, false));
		this.publisher.publishEvent(new PostDecided(this.post, true));
		assertThat(this.events.stream(ReportClosed.class)).singleElement().satisfies((closed) -> {
			assertThat(closed.report().id()).isEqualTo(made.id());
			assertThat(closed.report().status()).isEqualTo("dismissed");
			assertThat(closed.post().id()).isEqualTo(this.post);
			assertThat(closed.reporter().id()).isEqualTo(this.alice.id());
		});
	}

	@Test
	void removalByModeratorIsOutcomeOfReports() {
		var closed = new PublishedEvents(this.broker, this.rabbit, "forum.events", "report.closed");
		var made = report(this.alice, "spam", null);
		this.forum.delete(this.forum.moderator(), "/posts/" + this.post);
		assertThat(of(this.post, "upheld")).containsExactly(made.id());
		soon()
			.untilAsserted(() -> assertThat(closed.all()).extracting((event) -> event.at("/data/report/id").asString())
				.contains(made.id()));
	}

	@Test
	void removalOfThreadByModeratorIsOutcomeOfReportsOfItsOpeningPost() {
		var thread = this.forum.thread(this.bob, this.forum.category());
		this.post = openingPost(thread);
		var made = report(this.alice, "spam", null);
		this.forum.delete(this.forum.moderator(), "/threads/" + thread);
		assertThat(of(this.post, "upheld")).containsExactly(made.id());
	}

	/** The author may restore the post, and a moderator the thread. */
	@Test
	void deletionByAuthorIsNoOutcomeOfReports() {
		var reply = report(this.alice, "spam", null);
		this.forum.delete(this.bob, "/posts/" + this.post);
		assertThat(of(this.post, "open")).containsExactly(reply.id());
		var thread = this.forum.thread(this.bob, this.forum.category());
		this.post = openingPost(thread);
		var opening = report(this.alice, "spam", null);
		this.forum.delete(this.bob, "/threads/" + thread);
		assertThat(of(this.post, "open")).containsExactly(opening.id());
	}

	private String openingPost(String thread) {
		return this.forum.get(GUEST, "/threads/" + thread + "/posts").data().path(0).path("id").asString();
	}

	@Test
	void reportOfOwnOrRemovedPostIsRefused() {
		assertRefused(report(this.bob, "spam", null), 403, "report.own");
		this.forum.delete(this.bob, "/posts/" + this.post);
		assertRefused(report(this.alice, "spam", null), 409, "post.deleted");
	}

	@Test
	void reportWithoutReadAccessIsRefused() {
		assertThat(report(GUEST, "spam", null).status()).isEqualTo(401);
		assertRefused(this.forum.post(this.alice, "/posts/nothing/reports", Map.of("reason", "spam")), 404,
				"post.not-found");
		var secret = this.forum.reply(this.forum.moderator(),
				this.forum.thread(this.forum.moderator(), this.forum.category("moderators", "moderators")));
		assertRefused(this.forum.post(this.alice, "/posts/" + secret + "/reports", Map.of("reason", "spam")), 404,
				"post.not-found");
	}

	@Test
	void onlyModeratorsListReports() {
		assertThat(reports(GUEST, "").status()).isEqualTo(401);
		assertThat(reports(this.alice, "").status()).isEqualTo(403);
		assertThat(reports(this.forum.admin(), "").status()).isEqualTo(200);
	}

	@Test
	void reportsOfUnreadableCategoriesAreLeftOut() {
		var hidden = this.forum.reply(this.forum.admin(),
				this.forum.thread(this.forum.admin(), this.forum.category("admins", "admins")));
		this.forum.post(TestUser.with("admin"), "/posts/" + hidden + "/reports", Map.of("reason", "illegal"));
		assertThat(of(hidden, "open")).isEmpty();
		assertThat(reports(this.forum.admin(), "?status=open").data().toString()).contains(hidden);
	}

	@Test
	void cursorsReturnEachReportOnce() {
		var ids = new ArrayList<String>();
		for (var i = 0; i < 3; i++) {
			ids.add(report(TestUser.with(), "off-topic", null).id());
		}
		var first = reports(this.forum.moderator(), "?limit=2");
		assertThat(ids(first)).containsExactly(ids.get(2), ids.get(1));
		var next = first.body().path("meta").path("pagination").path("next").asString();
		assertThat(ids(reports(this.forum.moderator(), "?limit=2&cursor=" + next))).startsWith(ids.get(0));
	}

	@Test
	void pagesOfOtherCategoriesAreSkippedBothWays() {
		var category = this.forum.category();
		var appointed = TestUser.with();
		this.forum.appoint(appointed, category);
		this.post = this.forum.reply(this.bob, this.forum.thread(this.bob, category));
		var first = report(this.alice, "spam", null).id();
		var second = report(TestUser.with(), "spam", null).id();
		this.post = this.forum.reply(this.bob, this.forum.thread(this.bob, this.forum.category()));
		for (int i = 0; i < 3; i++) {
			report(TestUser.with(), "spam", null);
		}
		var page = reports(appointed, "?limit=1");
		assertThat(ids(page)).containsExactly(second);
		var next = page.body().at("/meta/pagination/next").asString();
		var last = reports(appointed, "?limit=1&cursor=" + next);
		assertThat(ids(last)).containsExactly(first);
		var prev = last.body().at("/meta/pagination/prev").asString();
		assertThat(ids(reports(appointed, "?limit=1&cursor=" + prev))).containsExactly(second);
	}

	@Test
	void invalidReportIsRefused() {
		assertThat(report(this.alice, "boredom", null).status()).isEqualTo(400);
		assertThat(report(this.alice, "spam", "x".repeat(501)).status()).isEqualTo(400);
		assertThat(report(this.alice, "spam", " ").status()).isEqualTo(400);
		assertThat(this.forum.post(this.alice, "/posts/" + this.post + "/reports", Map.of()).status()).isEqualTo(400);
		assertThat(reports(this.forum.moderator(), "?status=new").status()).isEqualTo(400);
	}

	@Test
	void everyQueryUsesIndex() {
		var sent = this.commands.during(() -> {
			report(this.alice, "spam", null);
			reports(this.forum.moderator(), "");
			reports(this.forum.moderator(), "?status=open");
			this.publisher.publishEvent(new PostDecided(this.post, true));
		})
			.stream()
			.filter((command) -> List.of("find", "aggregate", "update").contains(command.getFirstKey()))
			.toList();
		assertThat(sent).anySatisfy(
				(command) -> assertThat(command.getString(command.getFirstKey()).getValue()).isEqualTo("reports"));
		assertThat(sent).filteredOn((command) -> command.toJson().contains("\"reports\""))
			.allSatisfy((command) -> assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.contains("IXSCAN")
				.doesNotContain("COLLSCAN", "SORT"));
	}

	private TestResponse report(TestUser caller, String reason, @Nullable String note) {
		return this.forum.post(caller, "/posts/" + this.post + "/reports",
				(note != null) ? Map.of("reason", reason, "note", note) : Map.of("reason", reason));
	}

	private TestResponse keyed(String reason) {
		return this.forum.post(this.alice, "/posts/" + this.post + "/reports", Map.of("reason", reason),
				"Idempotency-Key", "key-" + this.post);
	}

	private TestResponse reports(TestUser caller, String query) {
		return this.forum.get(caller, "/admin/reports" + query);
	}

	private List<String> of(String post, String status) {
		return reports(this.forum.moderator(), "?limit=100&status=" + status).data()
			.valueStream()
			.filter((report) -> report.path("post").path("id").asString("").equals(post))
			.map((report) -> report.path("id").asString())
			.toList();
	}

	private static List<String> ids(TestResponse reply) {
		return reply.data().valueStream().map((report) -> report.path("id").asString()).toList();
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

}
