package org.parley.forum.subscription;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contracts.forum.category.SubscriptionChanged;
import org.parley.forum.ForumIT;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class ThreadSubscriptionIT extends ForumIT {

	private final TestUser bob = TestUser.with();

	@Autowired
	private SubscriptionSnapshots snapshots;

	@Autowired
	private JsonMapper json;

	private String category = "";

	private String thread = "";

	@BeforeEach
	void createThread() {
		this.category = this.forum.category();
		this.thread = this.forum.thread(TestUser.with(), this.category);
	}

	@Test
	void levelCanBeChangedForEachKind() {
		for (var kind : List.of("thread", "category", "tag")) {
			var path = path(kind);
			assertThat(level(path)).as(kind).isEqualTo("none");
			assertThat(set(path, "following").data().path("level").asString()).isEqualTo("following");
			assertThat(level(path)).isEqualTo("following");
			set(path, "muted");
			assertThat(level(path)).isEqualTo("muted");
			assertThat(set(path, "none").status()).isEqualTo(200);
			assertThat(level(path)).isEqualTo("none");
			assertThat(list("").data()).isEmpty();
		}
	}

	@Test
	void listHasNamesAndSlugs() {
		set(path("thread"), "following");
		set(path("category"), "muted");
		set(path("tag"), "following");
		assertThat(list("").data().findValuesAsString("kind")).containsExactly("category", "tag", "thread");
		assertThat(list("?level=following").data().findValuesAsString("name")).containsExactly("tomatoes",
				"Which tomatoes for a balcony?");
		assertThat(list("?kind=category").data().findValuesAsString("slug")).containsExactly(this.category);
		var first = list("?limit=2");
		assertThat(first.data()).hasSize(2);
		assertThat(list("?limit=2&cursor=" + first.body().at("/meta/pagination/next").asString()).data()
			.findValuesAsString("id")).containsExactly(this.thread);
	}

	@Test
	void repeatedLevelChangesNothing() {
		set(path("thread"), "following");
		var before = stored();
		set(path("thread"), "following");
		assertThat(stored()).isEqualTo(before);
		set(path("thread"), "none");
		set(path("thread"), "following");
		assertThat(stored().version()).isEqualTo(3);
	}

	@Test
	void subscriptionsAreVisibleOnlyToOwner() {
		set(path("thread"), "following");
		var other = TestUser.with();
		assertThat(this.forum.get(other, path("thread")).data().path("level").asString()).isEqualTo("none");
		assertThat(this.forum.get(other, "/subscriptions").data()).isEmpty();
		assertThat(this.forum.get(GUEST, path("thread")).code()).isEqualTo("auth.required");
		assertThat(this.forum.get(GUEST, "/subscriptions").code()).isEqualTo("auth.required");
	}

	@Test
	void invisibleTargetIsNotFound() {
		set(path("thread"), "following");
		set(path("category"), "following");
		this.forum.patch(this.forum.admin(), "/categories/" + this.category,
				Map.of("read", "moderators", "post", "moderators"));
		assertThat(list("").data()).isEmpty();
		assertThat(this.forum.get(this.bob, path("thread")).code()).isEqualTo("thread.not-found");
		assertThat(set(path("category"), "following").code()).isEqualTo("category.not-found");
	}

	@Test
	void tagOfInvisibleThreadIsNotFound() {
		var secret = this.forum.category("moderators", "moderators");
		var tag = "t" + this.thread.substring(16).toLowerCase(Locale.ROOT);
		this.forum.post(this.forum.moderator(), "/threads",
				Map.of("category", secret, "title", "Behind the scenes", "content", "x", "tags", List.of(tag)));
		assertThat(set("/tags/" + tag + "/subscription", "following").code()).isEqualTo("tag.not-found");
		assertThat(
				this.forum.put(this.forum.moderator(), "/tags/" + tag + "/subscription", Map.of("level", "following"))
					.status())
			.isEqualTo(200);
	}

	@Test
	void bannedMemberCannotSubscribe() {
		set(path("thread"), "following");
		ban(this.bob);
		assertThat(set(path("thread"), "muted").code()).isEqualTo("member.banned");
		assertThat(level(path("thread"))).isEqualTo("following");
	}

	/** A page never splits the subscriptions of one member. */
	@Test
	void snapshotsHaveEachSubscriptionOnce() {
		set(path("thread"), "following");
		set(path("category"), "muted");
		set(path("tag"), "following");
		set(path("tag"), "none");
		var other = TestUser.with();
		this.forum.put(other, path("thread"), Map.of("level", "following"));
		for (var limit : List.of(1, 2, 3, 200)) {
			var snapshots = new ArrayList<SubscriptionChanged>();
			@Nullable String last = null;
			for (var page = this.snapshots.after(last, limit); !page.isEmpty(); page = this.snapshots.after(last,
					limit)) {
				snapshots.addAll(page);
				last = page.getLast().subject();
			}
			assertThat(snapshots).doesNotHaveDuplicates()
				.isSortedAccordingTo(Comparator.comparing(SubscriptionChanged::subject));
			assertThat(snapshots).filteredOn((snapshot) -> snapshot.subject().equals(this.bob.id()))
				.extracting((snapshot) -> snapshot.target().kind() + " " + snapshot.level() + " " + snapshot.version())
				.containsExactly("category muted 1", "tag none 2", "thread following 1");
			assertThat(snapshots).filteredOn((snapshot) -> snapshot.subject().equals(other.id())).hasSize(1);
			assertThat(snapshots).allSatisfy((snapshot) -> assertThat(
					EventContract.violations(snapshot.type(), this.json.writeValueAsString(snapshot)))
				.isEmpty());
		}
	}

	private String path(String kind) {
		return switch (kind) {
			case "thread" -> "/threads/" + this.thread + "/subscription";
			case "category" -> "/categories/" + this.category + "/subscription";
			default -> "/tags/tomatoes/subscription";
		};
	}

	private TestResponse set(String path, String level) {
		return this.forum.put(this.bob, path, Map.of("level", level));
	}

	private String level(String path) {
		return this.forum.get(this.bob, path).data().path("level").asString();
	}

	private TestResponse list(String query) {
		return this.forum.get(this.bob, "/subscriptions" + query);
	}

	private ThreadSubscription stored() {
		var target = new SubscriptionTarget(SubscriptionTarget.Kind.THREAD, this.thread);
		return Objects.requireNonNull(
				this.mongo.findById(ThreadSubscription.id(this.bob.id(), target), ThreadSubscription.class));
	}

}
