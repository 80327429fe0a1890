package org.parley.forum.threadlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.forum.category.CategoryTouched;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class ThreadListIT extends ForumIT {

	@Autowired
	private ApplicationEventPublisher publisher;

	private final TestUser alice = TestUser.with();

	private String category = "";

	@BeforeEach
	void createCategory() {
		this.category = this.forum.category();
	}

	@Test
	void itemHasAllListProperties() {
		var id = this.forum.thread(this.alice, this.category);
		var item = list("").data().get(0);
		assertThat(item.propertyNames()).contains("id", "title", "slug", "category", "tags", "author", "status",
				"pinned", "replyCount", "viewCount", "voteScore", "createdAt", "lastActivityAt", "lastPostBy",
				"excerpt", "acceptedAnswer");
		assertThat(item.path("id").asString()).isEqualTo(id);
		assertThat(item.path("category").asString()).isEqualTo(this.category);
		assertThat(item.path("author").path("username").asString()).isEqualTo(this.alice.username());
		assertThat(item.path("excerpt").asString()).isEqualTo("It faces north.");
		assertThat(item.path("status").asString()).isEqualTo("open");
	}

	@Test
	void latestListsPinnedThenMostRecentActivity() {
		var threads = threads(3);
		reply(threads.get(0));
		assertThat(readAll("", 10)).containsExactly(threads.get(0), threads.get(2), threads.get(1));
		this.forum.post(this.forum.moderator(), "/threads/" + threads.get(1) + "/pin", null);
		assertThat(readAll("", 10)).containsExactly(threads.get(1), threads.get(0), threads.get(2));
		assertThat(readAll("&sort=newest", 10)).containsExactly(threads.get(2), threads.get(1), threads.get(0));
	}

	@Test
	void topSortsByVotes() {
		var threads = threads(3);
		this.forum.vote(TestUser.with(), "/threads/" + threads.get(1), 1);
		this.forum.vote(TestUser.with(), "/threads/" + threads.get(0), -1);
		soon().untilAsserted(() -> assertThat(readAll("&sort=top", 10)).containsExactly(threads.get(1), threads.get(2),
				threads.get(0)));
		assertThat(readAll("&sort=top&window=day", 1)).hasSize(3);
		assertThat(this.forum.get(GUEST, "/threads?sort=top&window=day&category=" + this.category).data()).hasSize(3);
	}

	@Test
	void unansweredListsThreadsWithoutReplies() {
		var threads = threads(2);
		reply(threads.get(1));
		assertThat(readAll("&sort=unanswered", 10)).containsExactly(threads.get(0));
		assertThat(list("&sort=unanswered&page=1").body().path("meta").path("pagination").path("total").asInt())
			.isOne();
	}

	@Test
	void cursorsReturnEachThreadOnceBothWays() {
		var threads = threads(7);
		this.forum.post(this.forum.moderator(), "/threads/" + threads.get(2) + "/pin", null);
		this.forum.post(this.forum.moderator(), "/threads/" + threads.get(5) + "/pin", null);
		for (var sort : List.of("&sort=latest", "&sort=newest", "&sort=top", "&sort=unanswered")) {
			var all = readAll(sort, 100);
			assertThat(all).containsExactlyInAnyOrderElementsOf(threads);
			for (var limit : List.of(1, 2, 3, 7)) {
				assertThat(readAll(sort, limit)).isEqualTo(all);
				assertThat(readAllBackwards(sort, limit)).isEqualTo(all);
			}
		}
	}

	@Test
	void numberedPageHasTotal() {
		var threads = threads(5);
		var second = list("&page=2&limit=2");
		assertThat(ids(second)).containsExactly(threads.get(2), threads.get(1));
		var pagination = second.body().path("meta").path("pagination");
		assertThat(pagination.path("total").asInt()).isEqualTo(5);
		assertThat(pagination.path("page").asInt()).isEqualTo(2);
		assertThat(ids(list("&page=4&limit=2"))).isEmpty();
	}

	@Test
	void filtersSelectThreads() {
		var bob = TestUser.with();
		var hers = this.forum.thread(this.alice, this.category);
		var his = this.forum
			.post(bob, "/threads", Map.of("category", this.category, "title", "Peppers", "content", "Hot ones.", "tags",
					List.of("peppers")))
			.id();
		this.forum.post(this.forum.moderator(), "/threads/" + his + "/lock", null);
		assertThat(readAll("&author=" + this.alice.username(), 10)).containsExactly(hers);
		assertThat(readAll("&author=" + bob.username().toUpperCase(java.util.Locale.ROOT), 10)).containsExactly(his);
		assertThat(readAll("&author=nobody-of-that-name", 10)).isEmpty();
		assertThat(readAll("&tag=peppers", 10)).containsExactly(his);
		assertThat(readAll("&tag=tomatoes&author=" + bob.username(), 10)).isEmpty();
		assertThat(readAll("&status=locked", 10)).containsExactly(his);
		assertThat(readAll("&status=open&sort=newest", 10)).containsExactly(hers);
	}

	@Test
	void listHasOnlyReadableThreads() {
		var forMembers = this.forum.category("members", "members");
		var inside = this.forum.thread(this.alice, forMembers);
		assertThat(this.forum.get(GUEST, "/threads?category=" + forMembers).code()).isEqualTo("category.not-found");
		assertThat(this.forum.get(GUEST, "/threads?limit=100&sort=newest").data().findValuesAsString("id"))
			.doesNotContain(inside);
		assertThat(this.forum.get(this.alice, "/threads?limit=100&sort=newest").data().findValuesAsString("id"))
			.contains(inside);
		assertThat(this.forum.get(GUEST, "/threads?author=" + this.alice.username()).data()).isEmpty();
		assertThat(this.forum.get(GUEST, "/threads?author=" + this.alice.username() + "&page=1")
			.body()
			.path("meta")
			.path("pagination")
			.path("total")
			.asInt()).isZero();
	}

	@Test
	void hiddenStatusListsHiddenThreadsForModerators() {
		var id = this.forum.thread(this.alice, this.category);
		assertThat(readAll("", 10)).containsExactly(id);
		this.forum.post(this.forum.moderator(), "/threads/" + id + "/hide", null);
		assertThat(readAll("", 10)).isEmpty();
		assertThat(list("&status=hidden").status()).isEqualTo(400);
		var moderated = this.forum.get(this.forum.moderator(), "/threads?status=hidden&category=" + this.category);
		assertThat(moderated.data().findValuesAsString("status")).containsExactly("hidden");
	}

	@Test
	void removedStatusListsRemovedThreadsForModeratorsOfTheirCategory() {
		var id = this.forum.thread(this.alice, this.category);
		this.forum.post(this.forum.moderator(), "/threads/" + id + "/hide", null);
		this.forum.delete(this.forum.moderator(), "/threads/" + id);
		var appointed = TestUser.with();
		this.forum.appoint(appointed, this.category);
		var removed = "/threads?status=removed&category=" + this.category;
		for (var moderator : List.of(this.forum.moderator(), appointed)) {
			assertThat(ids(this.forum.get(moderator, removed))).containsExactly(id);
			assertThat(ids(this.forum.get(moderator, "/threads?status=hidden&category=" + this.category))).isEmpty();
		}
		for (var other : List.of(GUEST, this.alice)) {
			assertThat(this.forum.get(other, removed).status()).isEqualTo(400);
		}
		var elsewhere = this.forum.category();
		assertThat(this.forum.get(appointed, "/threads?status=removed&category=" + elsewhere).status()).isEqualTo(400);
		assertThat(this.forum.get(appointed, "/threads?status=removed").status()).isEqualTo(400);
		this.forum.post(this.forum.moderator(), "/threads/" + id + "/restore", null);
		assertThat(ids(this.forum.get(this.forum.moderator(), removed + "&sort=newest"))).isEmpty();
	}

	@Test
	void entityTagsDifferBetweenAudiences() {
		this.forum.thread(this.alice, this.category);
		var guests = list("").header("ETag");
		var members = this.forum.get(this.alice, "/threads?category=" + this.category).header("ETag");
		assertThat(guests).startsWith("W/\"").isNotEqualTo(members);
		assertThat(list("").header("ETag")).isEqualTo(guests);
		var known = this.forum.get(GUEST, "/threads?category=" + this.category, "If-None-Match", guests);
		assertThat(known.status()).isEqualTo(304);
		assertThat(this.forum.get(this.alice, "/threads?category=" + this.category, "If-None-Match", guests).status())
			.isEqualTo(200);
		this.forum.thread(this.alice, this.category);
		assertThat(this.forum.get(GUEST, "/threads?category=" + this.category, "If-None-Match", guests).status())
			.isEqualTo(200);
	}

	@Test
	void threadsOfClosedCategoryLeaveList() {
		var id = this.forum.thread(this.alice, this.category);
		assertThat(readAll("", 10)).containsExactly(id);
		this.forum.patch(this.forum.admin(), "/categories/" + this.category, Map.of("read", "members"));
		soon().untilAsserted(() -> assertThat(list("").status()).isEqualTo(404));
		assertThat(this.forum.get(GUEST, "/threads?sort=newest&limit=100").data().findValuesAsString("id"))
			.doesNotContain(id);
	}

	@Test
	void cursorsNeitherRepeatNorSkipDuringWrites() throws Exception {
		var before = threads(30);
		var writing = new AtomicBoolean(true);
		try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
			var writer = writers.submit(() -> {
				while (writing.get()) {
					reply(this.forum.thread(this.alice, this.category));
				}
				return true;
			});
			try {
				for (var walk = 0; walk < 5; walk++) {
					assertThat(readAll("&sort=newest", 4)).doesNotHaveDuplicates()
						.containsSubsequence(before.reversed());
					assertThat(readAll("", 4)).doesNotHaveDuplicates();
				}
			}
			finally {
				writing.set(false);
			}
			assertThat(writer.get(10, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void parametersAreReadFromQueryOnly() {
		threads(3);
		var path = "/threads?category=" + this.category;
		assertThat(ids(this.forum.get(GUEST, path, "limit", "1", "sort", "best"))).hasSize(3);
		assertThat(ids(this.forum.get(GUEST, path))).hasSize(3);
		assertThat(ids(this.forum.get(GUEST, path + "&limit=1"))).hasSize(1);
		assertThat(ids(this.forum.get(GUEST, path + "&limit=%32"))).hasSize(2);
		for (var query : List.of("&sort=latest&sort=top", "&cursor=x", "&page=0")) {
			var refused = this.forum.get(GUEST, path + query);
			assertThat(refused.status()).as(query).isEqualTo(400);
			assertThat(refused.body().path("errors").path(0).path("field").asString("")).isNotEmpty();
		}
	}

	@Test
	void everyOrderAndFilterUsesIndex() {
		assertEveryListIndexed();
	}

	@Test
	void listOfManyCategoriesUsesIndex() {
		var categories = this.mongo.getCollection("categories");
		var template = Objects.requireNonNull(categories.find(Filters.eq("slug", this.category)).first());
		var more = IntStream.range(0, 300)
			.mapToObj((i) -> new Document(template).append("_id", Ids.next()).append("slug", this.category + i))
			.toList();
		categories.insertMany(more);
		try {
			this.publisher.publishEvent(new CategoryTouched());
			assertEveryListIndexed();
		}
		finally {
			categories.deleteMany(Filters.in("_id", more.stream().map((one) -> one.getString("_id")).toList()));
			this.publisher.publishEvent(new CategoryTouched());
		}
	}

	@Test
	void threadsOfOtherStatusAreSkippedByIndexAlone() {
		var threads = threads(5);
		this.forum.post(this.forum.moderator(), "/threads/" + threads.get(2) + "/lock", null);
		for (var page : List.of("", "&page=1", "&sort=newest")) {
			var sent = this.commands
				.during(() -> assertThat(ids(list("&status=locked" + page))).containsExactly(threads.get(2)));
			assertThat(sent.stream().filter((command) -> command.containsKey("hint"))).isNotEmpty()
				.allSatisfy((command) -> assertThat(QueryExplanation.of(this.mongo, command).documentsExamined())
					.isLessThanOrEqualTo(1));
		}
	}

	private void assertEveryListIndexed() {
		threads(3);
		this.mongo.updateMulti(new Query(Criteria.where("authorId").is(this.alice.id())),
				new Update().set("voteScore", 3), ForumThread.class);
		var filters = List.of("", "&category=" + this.category, "&tag=tomatoes", "&author=" + this.alice.username(),
				"&status=open", "&tag=tomatoes&author=" + this.alice.username() + "&category=" + this.category);
		for (var sort : List.of("latest", "newest", "top", "unanswered", "top&window=week")) {
			for (var filter : filters) {
				var path = "/threads?limit=1&sort=" + sort + filter;
				var cursor = next(this.forum.get(GUEST, path));
				Stream.of("", "&cursor=" + cursor, "&page=2").forEach((more) -> assertIndexed(path + more));
			}
		}
	}

	/** No cached list may answer. */
	private void assertIndexed(String path) {
		this.publisher.publishEvent(new CategoryTouched());
		var sent = this.commands.during(() -> assertThat(this.forum.get(GUEST, path).status()).isEqualTo(200));
		// Background work may read threads, too; the queries of lists carry a hint
		var onThreads = sent.stream()
			.filter((command) -> command.containsKey("hint"))
			.filter((command) -> Stream.of("find", "aggregate")
				.anyMatch((name) -> command.containsKey(name) && command.get(name).isString()
						&& command.getString(name).getValue().equals("threads")))
			.toList();
		assertThat(onThreads).as(path).isNotEmpty();
		onThreads.forEach((command) -> assertThat(QueryExplanation.of(this.mongo, command).stages()).as(path)
			.containsAnyOf("IXSCAN", "EXPRESS_IXSCAN", "COUNT_SCAN")
			.doesNotContain("COLLSCAN", "SORT"));
	}

	private List<String> threads(int count) {
		return IntStream.range(0, count).mapToObj((_) -> this.forum.thread(this.alice, this.category)).toList();
	}

	private void reply(String threadId) {
		this.forum.reply(this.alice, threadId);
		soon().untilAsserted(
				() -> assertThat(this.forum.get(GUEST, "/threads/" + threadId).data().path("replyCount").asInt())
					.isPositive());
	}

	private TestResponse list(String query) {
		return this.forum.get(GUEST, "/threads?category=" + this.category + query);
	}

	private List<String> readAll(String query, int limit) {
		var met = new ArrayList<String>();
		var page = list(query + "&limit=" + limit);
		met.addAll(ids(page));
		while (!next(page).isEmpty()) {
			page = list(query + "&limit=" + limit + "&cursor=" + next(page));
			met.addAll(ids(page));
		}
		return met;
	}

	private List<String> readAllBackwards(String query, int limit) {
		var page = list(query + "&limit=" + limit);
		while (!next(page).isEmpty()) {
			page = list(query + "&limit=" + limit + "&cursor=" + next(page));
		}
		var met = new ArrayList<>(ids(page));
		while (!prev(page).isEmpty()) {
			page = list(query + "&limit=" + limit + "&cursor=" + prev(page));
			met.addAll(0, ids(page));
		}
		return met;
	}

	private static List<String> ids(TestResponse page) {
		assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
		return page.data().valueStream().map((item) -> item.path("id").asString()).toList();
	}

	private static String next(TestResponse page) {
		return page.body().path("meta").path("pagination").path("next").asString("");
	}

	private static String prev(TestResponse page) {
		return page.body().path("meta").path("pagination").path("prev").asString("");
	}

}
