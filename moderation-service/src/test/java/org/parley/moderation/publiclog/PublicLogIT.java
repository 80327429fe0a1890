package org.parley.moderation.publiclog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.moderation.ModerationIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** The public log: what is in it, and what is not. */
class PublicLogIT extends ModerationIT {

	private static final String LOG = "/moderation/log";

	private final TestUser bob = TestUser.with();

	private final TestUser mod = TestUser.with("moderator");

	private final TestUser other = TestUser.with("moderator");

	@BeforeEach
	void emptyLog() {
		this.mongo.remove(new Query(), LogEntry.class);
	}

	@Test
	void actsAreLoggedWithReasonsAndReversals() {
		var post = this.forum.createReportedPost(this.bob, category("anyone"));
		var path = path(post);
		this.client.post(this.mod, path + "/decide", Map.of("decision", "remove", "note", "Bob knows why."));
		eventually().untilAsserted(() -> assertThat(acts(TestUser.GUEST)).containsExactly("removed"));
		this.client.post(this.other, path + "/reverse", Map.of("note", "No."));
		eventually().untilAsserted(() -> assertThat(acts(TestUser.GUEST)).containsExactly("lifted", "removed"));
		var log = log(TestUser.GUEST, "");
		assertThat(log.at("/1/reasons").toString()).contains("report/");
		assertThat(log.at("/1/reported").asBoolean()).isTrue();
		assertThat(log.at("/1/automated").asBoolean()).isFalse();
		assertThat(log.at("/0/automated").asBoolean()).isFalse();
		assertThat(log.at("/0/concerns")).isEqualTo(log.at("/1/id"));
	}

	@Test
	void logNamesNobodyAndQuotesNothing() {
		var post = this.forum.createReportedPost(this.bob, category("anyone"));
		this.client.post(this.mod, path(post) + "/decide", Map.of("decision", "hide", "note", "Bob knows why."));
		eventually().untilAsserted(() -> assertThat(acts(TestUser.GUEST)).hasSize(1));
		for (var shown : List.of(log(TestUser.GUEST, "").toString(), feed())) {
			assertThat(shown).doesNotContain(this.bob.id(), this.bob.username(), this.mod.id(), this.mod.username(),
					post.id(), post.threadId(), post.content(), "knows why");
		}
	}

	@Test
	void checksAndTheirAppealsAreLogged() {
		var post = this.forum.reply(this.bob, "kys");
		eventually().untilAsserted(() -> assertThat(this.forum.published("statement.issued", post)).hasSize(1));
		assertThat(log(TestUser.GUEST, "").at("/0/automated").asBoolean()).isTrue();
		assertThat(log(TestUser.GUEST, "").at("/0/policyVersion").asLong()).isPositive();
		var statement = "/moderation/statements/"
				+ this.forum.published("statement.issued", post).getFirst().at("/data/statementId").asString();
		this.client.post(this.bob, statement + "/appeal", Map.of("text", "A nickname."));
		eventually().untilAsserted(() -> assertThat(this.forum.published("appeal.filed", post)).hasSize(1));
		var appeal = this.forum.published("appeal.filed", post).getFirst().at("/data/appealId").asString();
		this.client.post(this.mod, "/admin/appeals/" + appeal + "/decide", Map.of("outcome", "uphold"));
		assertThat(acts(TestUser.GUEST)).containsExactly("upheld", "held");
		assertThat(log(TestUser.GUEST, "").at("/0/appealed").asBoolean()).isTrue();
		this.client.post(this.mod, path(post) + "/decide", Map.of("decision", "dismiss"));
		assertThat(acts(TestUser.GUEST)).containsExactlyInAnyOrder("lifted", "dismissed", "upheld", "held");
	}

	@Test
	void endOfHoldAfterCleanEditIsLoggedAsAutomated() {
		var post = this.forum.reply(this.bob, "kys");
		eventually().untilAsserted(() -> assertThat(acts(TestUser.GUEST)).containsExactly("held"));
		this.forum.publish("post.edited", post.edited("Sorry."));
		eventually().untilAsserted(() -> assertThat(acts(TestUser.GUEST)).containsExactly("lifted", "held"));
		assertThat(log(TestUser.GUEST, "").at("/0/automated").asBoolean()).isTrue();
	}

	@Test
	void readersSeeActsOfReadableCategoriesOnly() {
		for (var readers : List.of("anyone", "user", "moderator", "admin")) {
			var post = this.forum.createReportedPost(this.bob, category(readers));
			this.client.post(TestUser.with("admin"), path(post) + "/decide", Map.of("decision", "hide"));
			eventually().untilAsserted(() -> assertThat(this.forum.published("statement.issued", post)).hasSize(1));
		}
		var unknown = this.forum.createReportedPost(this.bob, Ids.next());
		this.client.post(TestUser.with("admin"), path(unknown) + "/decide", Map.of("decision", "hide"));
		eventually().untilAsserted(() -> assertThat(this.forum.published("statement.issued", unknown)).hasSize(1));
		assertThat(acts(TestUser.GUEST)).hasSize(1);
		assertThat(acts(this.bob)).hasSize(2);
		assertThat(acts(this.mod)).hasSize(3);
		assertThat(acts(TestUser.with("admin"))).hasSize(4);
		assertThat(feed().split("<entry>", -1)).hasSize(2);
	}

	@Test
	void moveToClosedCategoryTakesEntriesOutOfLog() {
		var post = this.forum.createReportedPost(this.bob, category("anyone"));
		this.client.post(this.mod, path(post) + "/decide", Map.of("decision", "hide"));
		eventually().untilAsserted(() -> assertThat(acts(TestUser.GUEST)).hasSize(1));
		this.forum.moveThread("thread.moved", post, category("moderator"), 9);
		eventually().untilAsserted(() -> assertThat(acts(TestUser.GUEST)).isEmpty());
		assertThat(acts(this.mod)).hasSize(1);
	}

	@Test
	void renamedCategoryKeepsItsLog() {
		var post = this.forum.createReportedPost(this.bob, category("anyone"));
		this.client.post(this.mod, path(post) + "/decide", Map.of("decision", "hide"));
		eventually().untilAsserted(() -> assertThat(acts(TestUser.GUEST)).hasSize(1));
		var former = log(TestUser.GUEST, "").at("/0/category").asString();
		this.forum.renameCategory(post.category(), "balconies", 1);
		eventually().untilAsserted(
				() -> assertThat(log(TestUser.GUEST, "").at("/0/category").asString()).isEqualTo("balconies"));
		assertThat(log(TestUser.GUEST, "?category=balconies")).hasSize(1);
		assertThat(feed()).contains("hidden in balconies");
		openCategory(Ids.next(), "anyone");
		assertThat(log(TestUser.GUEST, "?category=" + former)).isEmpty();
	}

	@Test
	void slugOfActIsShownWhileThatOfItsCategoryIsUnknown() {
		var post = this.forum.createReportedPost(this.bob, category("anyone"));
		this.client.post(this.mod, path(post) + "/decide", Map.of("decision", "hide"));
		eventually().untilAsserted(() -> assertThat(acts(TestUser.GUEST)).hasSize(1));
		var slug = log(TestUser.GUEST, "").at("/0/category").asString();
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(post.category())), new Update().unset("slug"),
				"categories");
		assertThat(log(TestUser.GUEST, "?category=" + slug).at("/0/category").asString()).isEqualTo(slug);
		assertThat(log(TestUser.GUEST, "?category=nowhere")).isEmpty();
	}

	@Test
	void pagesNeitherRepeatNorSkip() {
		for (var number = 0; number < 5; number++) {
			var post = this.forum.createReportedPost(this.bob, category("anyone"));
			this.client.post(this.mod, path(post) + "/decide", Map.of("decision", "warn"));
			eventually().untilAsserted(() -> assertThat(this.forum.published("statement.issued", post)).hasSize(1));
		}
		var seen = new ArrayList<String>();
		var next = "";
		do {
			var page = this.client.get(TestUser.GUEST, LOG + "?limit=2" + next);
			page.data().forEach((entry) -> seen.add(entry.path("id").asString()));
			next = "&cursor=" + page.body().at("/meta/pagination/next").asString("");
		}
		while (!next.equals("&cursor="));
		assertThat(seen).hasSize(5).doesNotHaveDuplicates();
		var slug = log(TestUser.GUEST, "").at("/0/category").asString();
		assertThat(log(TestUser.GUEST, "?category=" + slug)).hasSize(5);
		assertThat(log(TestUser.GUEST, "?category=nowhere")).isEmpty();
		assertThat(this.client.get(TestUser.GUEST, LOG + "?category=No%20Slug").status()).isEqualTo(400);
		assertThat(this.client.get(TestUser.GUEST, LOG + "?cursor=x").status()).isEqualTo(400);
	}

	@Test
	void feedIsWellFormedAndCached() throws Exception {
		var post = this.forum.createReportedPost(this.bob, category("anyone"));
		this.client.post(this.mod, path(post) + "/decide", Map.of("decision", "hide"));
		eventually().untilAsserted(() -> assertThat(acts(TestUser.GUEST)).hasSize(1));
		var feed = DocumentBuilderFactory.newDefaultInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(feed().getBytes(StandardCharsets.UTF_8)));
		assertThat(feed.getElementsByTagName("entry").getLength()).isOne();
		var answer = this.client.get(TestUser.GUEST, LOG + "/feed");
		assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
		assertThat(this.client.get(TestUser.GUEST, LOG + "/feed", "If-None-Match", answer.header("ETag")).status())
			.isEqualTo(304);
	}

	private String category(String readers) {
		var category = Ids.next();
		openCategory(category, readers);
		return category;
	}

	private List<String> acts(TestUser reader) {
		return log(reader, "?limit=100").valueStream().map((entry) -> entry.path("act").asString()).toList();
	}

	private JsonNode log(TestUser reader, String query) {
		var reply = this.client.get(reader, LOG + query);
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		return reply.data();
	}

	private String feed() {
		try (var http = HttpClient.newHttpClient()) {
			return http.send(HttpRequest.newBuilder(this.client.uri(LOG + "/feed")).build(), BodyHandlers.ofString())
				.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
