package org.parley.forum.category;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.ForumIT;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.parley.platform.test.client.TestUser.GUEST;

class CategoryIT extends ForumIT {

	@Autowired
	private CategoryAccess access;

	@Autowired
	private Threads threads;

	@Autowired
	private UnitOfWork work;

	@Test
	void categoryCreatedDuringTransactionIsFound() {
		var slug = this.work.run(() -> {
			this.mongo.findOne(new Query(), Category.class); // starts the snapshot of the
																// transaction
			var made = CompletableFuture.supplyAsync(this.forum::category).join();
			assertThat(this.access.bySlug(made)).isPresent();
			return made;
		});
		assertThat(this.forum.get(GUEST, "/categories/" + slug).status()).isEqualTo(200);
	}

	@Test
	void categoryOfStartingThreadIsNotRemoved() throws Exception {
		var slug = this.forum.category();
		var category = this.access.bySlug(slug).orElseThrow();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var removal = this.work.run(() -> {
				this.threads.insert(ForumThread.start(category.id(), Ids.next(), "Which rake?", List.of(), "",
						Instant.parse("2026-03-01T12:00:00Z")));
				var started = threads.submit(() -> this.forum.delete(this.forum.admin(), "/categories/" + slug));
				// It cannot end before this transaction does.
				assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> started.get(1, TimeUnit.SECONDS));
				return started;
			});
			assertThat(removal.get().code()).isEqualTo("category.not-empty");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void removedCategoryTakesNoThread(boolean isMove) {
		var author = TestUser.with();
		var slug = this.forum.category();
		var thread = this.forum.thread(author, this.forum.category());
		var category = this.access.bySlug(slug).orElseThrow();
		this.mongo.remove(category); // as another instance does, which this one learns
										// later
		var refused = isMove
				? this.forum.post(this.forum.moderator(), "/threads/" + thread + "/move", Map.of("category", slug))
				: this.forum.post(author, "/threads",
						Map.of("category", slug, "title", "Which rake?", "content", "I have none."));
		assertThat(refused.code()).isEqualTo("category.not-found");
		assertThat(this.mongo.exists(new Query(Criteria.where("categoryId").is(category.id())), "threads")).isFalse();
	}

	@Test
	void categoryCreatedByAnotherInstanceIsFoundAtOnce() {
		var known = this.forum.category();
		var slug = "c-" + Ids.next().toLowerCase(Locale.ROOT);
		var made = Objects.requireNonNull(
				this.mongo.findOne(new Query(Criteria.where("slug").is(known)), Document.class, "categories"));
		made.append("_id", Ids.next()).append("slug", slug);
		assertThat(this.forum.get(GUEST, "/categories/" + known).status()).isEqualTo(200);
		this.mongo.insert(made, "categories");
		assertThat(this.forum.get(GUEST, "/categories/" + slug).status()).isEqualTo(200);
		assertThat(this.forum.get(GUEST, "/categories").data().findValuesAsString("slug")).contains(slug);
	}

	@Test
	void categoryCreatedByAdminIsVisibleToGuests() {
		var slug = "c-" + Ids.next().toLowerCase(Locale.ROOT);
		var made = this.forum.post(this.forum.admin(), "/categories",
				Map.of("slug", slug, "name", "Gardening", "description", "Soil.", "order", 10, "colour", "#2e7d32"));
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.header("Location")).isEqualTo("/api/v1/categories/" + slug);
		var seen = this.forum.get(GUEST, "/categories/" + slug).data();
		assertThat(seen).isEqualTo(made.data());
		assertThat(seen.path("colour").asString()).isEqualTo("#2e7d32");
		assertThat(seen.path("read").asString()).isEqualTo("everyone");
		assertThat(seen.path("post").asString()).isEqualTo("members");
		assertThat(this.forum.get(GUEST, "/categories").data().findValuesAsString("slug")).contains(slug);
	}

	@Test
	void categoriesAreListedInOrder() {
		var last = this.forum.category();
		var first = this.forum.category();
		change(last, Map.of("order", 2_000));
		change(first, Map.of("order", -2_000));
		var slugs = this.forum.get(GUEST, "/categories").data().findValuesAsString("slug");
		assertThat(slugs.indexOf(first)).isLessThan(slugs.indexOf(last));
	}

	@Test
	void membersOnlyCategoryIsNotFoundForGuests() {
		var slug = this.forum.category("members", "members");
		assertThat(this.forum.get(GUEST, "/categories").data().findValuesAsString("slug")).doesNotContain(slug);
		assertThat(this.forum.get(GUEST, "/categories/" + slug).code()).isEqualTo("category.not-found");
		assertThat(this.forum.get(TestUser.with(), "/categories/" + slug).status()).isEqualTo(200);
	}

	@Test
	void duplicateSlugIsRefused() {
		var slug = this.forum.category();
		var second = this.forum.post(this.forum.admin(), "/categories", Map.of("slug", slug, "name", "Again"));
		assertThat(second.status()).isEqualTo(409);
		assertThat(second.code()).isEqualTo("category.slug-taken");
	}

	@Test
	void formerSlugLeadsToItsCategoryUntilAnotherOneHasIt() {
		var slug = this.forum.category();
		change(slug, Map.of("slug", slug + "-2"));
		change(slug + "-2", Map.of("slug", slug + "-3"));
		for (var former : List.of(slug, slug + "-2", slug + "-3")) {
			assertThat(slugAt(former)).isEqualTo(slug + "-3");
			assertThat(this.forum.get(GUEST, "/threads?category=" + former).status()).isEqualTo(200);
		}
		var thread = this.forum.post(TestUser.with(), "/threads",
				Map.of("category", slug, "title", "In a renamed category", "content", "x"));
		assertThat(thread.data().path("category").asString()).isEqualTo(slug + "-3");
		change(slug + "-3", Map.of("slug", slug + "-2"));
		assertThat(slugAt(slug + "-3")).isEqualTo(slug + "-2");
		var another = this.forum.post(this.forum.admin(), "/categories", Map.of("slug", slug, "name", "Another"));
		assertThat(another.status()).isEqualTo(201);
		assertThat(slugAt(slug)).isEqualTo(slug);
		change(slug + "-2", Map.of("read", "moderators"));
		assertThat(this.forum.get(GUEST, "/categories/" + slug + "-3").status()).isEqualTo(404);
	}

	private String slugAt(String address) {
		return this.forum.get(GUEST, "/categories/" + address).data().path("slug").asString();
	}

	@Test
	void changeWithOutdatedVersionIsRefused() {
		var slug = this.forum.category();
		var before = this.forum.get(GUEST, "/categories/" + slug);
		var changed = this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of("name", "Renamed"), "If-Match",
				before.header("ETag"));
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.data().path("version").asLong()).isOne();
		assertThat(this.forum.get(GUEST, "/categories/" + slug).data().path("name").asString()).isEqualTo("Renamed");
		var late = this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of("name", "Too late"), "If-Match",
				before.header("ETag"));
		assertThat(late.status()).isEqualTo(412);
		assertThat(late.code()).isEqualTo("request.precondition-failed");
	}

	@Test
	void nonEmptyCategoryCannotBeRemoved() {
		var slug = this.forum.category();
		var thread = this.forum.thread(TestUser.with(), slug);
		var refused = this.forum.delete(this.forum.admin(), "/categories/" + slug);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.code()).isEqualTo("category.not-empty");
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/move",
				Map.of("category", this.forum.category()));
		assertThat(this.forum.delete(this.forum.admin(), "/categories/" + slug).status()).isEqualTo(204);
		assertThat(this.forum.get(GUEST, "/categories/" + slug).status()).isEqualTo(404);
	}

	@Test
	void readWithMatchingEntityTagIsNotModified() {
		var slug = this.forum.category();
		var read = this.forum.get(GUEST, "/categories/" + slug);
		assertThat(this.forum.get(GUEST, "/categories/" + slug, "If-None-Match", read.header("ETag")).status())
			.isEqualTo(304);
	}

	private void change(String slug, Map<String, Object> change) {
		assertThat(this.forum.patch(this.forum.admin(), "/categories/" + slug, change).status()).isEqualTo(200);
	}

}
