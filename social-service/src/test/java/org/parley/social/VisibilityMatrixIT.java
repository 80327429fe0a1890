package org.parley.social;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of reader tries every post, and a comment on it, by every path and list, and
 * in an export. The rights are stated here again, in the words of the product, and not
 * read from the service. Rooms are tried in realtime-service.
 */
class VisibilityMatrixIT extends SocialServiceIT {

	private static final List<String> VISIBILITIES = List.of("public", "followers", "private");

	private enum Reader {

		GUEST, STRANGER, FOLLOWER, FORMER_FOLLOWER, REQUESTED, DECLINED, BLOCKED, BLOCKER, UNBLOCKED, MODERATOR,
		SUSPENDED_FOLLOWER, OWNER;

		boolean isFollower() {
			return this == FOLLOWER;
		}

		boolean isSeparated() {
			return this == BLOCKED || this == BLOCKER;
		}

		boolean maySee(String visibility, boolean privateAccount) {
			if (this == OWNER) {
				return true;
			}
			if (isSeparated() || visibility.equals("private")) {
				return false;
			}
			return isFollower() || (visibility.equals("public") && !privateAccount);
		}

		/** Whether lists about the owner, such as the followers, are shown. */
		boolean mayVisit(boolean privateAccount) {
			return this == OWNER || (!isSeparated() && (!privateAccount || isFollower()));
		}

	}

	private final Map<Reader, TestUser> readers = new EnumMap<>(Reader.class);

	private final Map<String, String> posts = new TreeMap<>();

	private final Map<String, String> comments = new TreeMap<>();

	/** A public post of somebody else, on which the owner has commented. */
	private String commented = "";

	private String commentElsewhere = "";

	@TestFactory
	Stream<DynamicTest> everyReaderTriesEverythingOfAPublicAccount() {
		arrange(false);
		return tests(false);
	}

	@TestFactory
	Stream<DynamicTest> everyReaderTriesEverythingOfAPrivateAccount() {
		arrange(true);
		return tests(true);
	}

	/** All posts are older than the privacy, the blocks and the suspension. */
	private void arrange(boolean privateAccount) {
		this.readers.clear();
		for (var reader : Reader.values()) {
			this.readers.put(reader, switch (reader) {
				case GUEST -> TestUser.GUEST;
				case MODERATOR -> aPerson("moderator", "admin");
				default -> aPerson();
			});
		}
		var owner = reader(Reader.OWNER);
		for (var follower : List.of(Reader.FOLLOWER, Reader.FORMER_FOLLOWER, Reader.BLOCKED, Reader.BLOCKER,
				Reader.UNBLOCKED, Reader.SUSPENDED_FOLLOWER)) {
			isFollowedBy(owner, reader(follower));
		}
		for (var visibility : VISIBILITIES) {
			this.posts.put(visibility, aPost(owner, visibility));
			this.comments.put(visibility, aComment(owner, post(visibility)));
			react(owner, "/posts/" + post(visibility), "like");
		}
		var other = aPerson();
		isFollowedBy(other, owner);
		this.commented = aPost(other, "public");
		this.commentElsewhere = aComment(owner, this.commented);
		for (int i = 0; i < 30; i++) {
			aComment(owner, post("public"));
		}
		feedBecomes(reader(Reader.SUSPENDED_FOLLOWER), post("followers"), post("public"));
		setPrivate(owner, privateAccount);
		unfollow(reader(Reader.FORMER_FOLLOWER), owner);
		follow(reader(Reader.DECLINED), owner);
		this.api.delete(owner, "/people/me/requests/" + reader(Reader.DECLINED).username());
		if (privateAccount) {
			assertThat(follow(reader(Reader.REQUESTED), owner).data().path("following").asString())
				.isEqualTo("requested");
		}
		block(owner, reader(Reader.BLOCKED));
		block(reader(Reader.BLOCKER), owner);
		block(owner, reader(Reader.UNBLOCKED));
		this.api.delete(owner, person(reader(Reader.UNBLOCKED)) + "/block");
		this.api.delete(owner, "/people/me/followers/" + reader(Reader.DECLINED).username());
		suspend(reader(Reader.SUSPENDED_FOLLOWER));
	}

	private void suspend(TestUser person) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(person.id())), Update.update("status", "BANNED"),
				"people");
	}

	private Stream<DynamicTest> tests(boolean privateAccount) {
		return Arrays.stream(Reader.values()).flatMap((reader) -> {
			var ofPosts = VISIBILITIES.stream().flatMap((visibility) -> ofPost(reader, visibility, privateAccount));
			return Stream.concat(ofPosts, ofLists(reader, privateAccount));
		});
	}

	private Stream<DynamicTest> ofPost(Reader reader, String visibility, boolean privateAccount) {
		var seen = reader.maySee(visibility, privateAccount);
		var postTag = this.api.get(reader(Reader.OWNER), "/posts/" + post(visibility)).header("ETag");
		var commentTag = this.api.get(reader(Reader.OWNER), "/comments/" + comment(visibility)).header("ETag");
		return Stream
			.concat(ofPath(reader, "/posts/" + post(visibility), postTag, seen),
					ofPath(reader, "/comments/" + comment(visibility), commentTag, seen))
			.map((attempt) -> DynamicTest.dynamicTest(
					"%s %s %s %s".formatted(reader, visibility, privateAccount ? "of a private account" : "",
							attempt.name()),
					() -> assertThat(attempt.status()).as(attempt.name()).isIn(attempt.expected())));
	}

	private Stream<Attempt> ofPath(Reader reader, String path, String tag, boolean seen) {
		var person = reader(reader);
		var attempts = new ArrayList<Attempt>();
		var kind = path.startsWith("/posts/") ? "post" : "comment";
		attempts.add(read("GET " + kind, seen, () -> this.api.get(person, path)));
		attempts.add(read("GET " + kind + " with the author's tag", seen,
				() -> this.api.get(person, path, "If-None-Match", tag)));
		attempts.add(read("GET reactions of " + kind, seen, () -> this.api.get(person, path + "/reactions")));
		attempts.add(write(reader, "PUT reaction to " + kind, seen, () -> react(person, path, "wow")));
		attempts
			.add(write(reader, "DELETE reaction to " + kind, seen, () -> this.api.delete(person, path + "/reaction")));
		attempts.add(write(reader, "PATCH " + kind + " with the author's tag", seen,
				() -> this.api.patch(person, path, Map.of("text", "Mine now"), "If-Match", tag)));
		attempts.add(write(reader, "POST report of " + kind, seen,
				() -> this.api.post(person, path + "/reports", Map.of("reason", "spam"))));
		if (reader != Reader.OWNER) {
			attempts.add(write(reader, "DELETE " + kind + " with the author's tag", seen,
					() -> this.api.delete(person, path, "If-Match", tag)));
		}
		if (kind.equals("post")) {
			attempts.add(read("GET comments", seen, () -> this.api.get(person, path + "/comments")));
			attempts.add(write(reader, "POST comment", seen,
					() -> comment(person, path.substring("/posts/".length()), null)));
		}
		return attempts.stream();
	}

	private Attempt read(String name, boolean seen, Supplier<TestResponse> call) {
		return new Attempt(name, call, seen ? Set.of(200, 304) : Set.of(404));
	}

	/**
	 * A visible thing accepts the write, or refuses it by other rules than visibility.
	 */
	private Attempt write(Reader reader, String name, boolean seen, Supplier<TestResponse> call) {
		if (reader == Reader.GUEST) {
			return new Attempt(name, call, Set.of(401));
		}
		if (!seen) {
			return new Attempt(name, call, Set.of(404));
		}
		return new Attempt(name, call,
				(reader == Reader.SUSPENDED_FOLLOWER) ? Set.of(403) : Set.of(200, 201, 204, 403, 409, 412));
	}

	private Stream<DynamicTest> ofLists(Reader reader, boolean privateAccount) {
		var person = reader(reader);
		var owner = reader(Reader.OWNER);
		var seen = VISIBILITIES.stream()
			.filter((visibility) -> reader.maySee(visibility, privateAccount))
			.map(this::post)
			.toList();
		var name = reader + (privateAccount ? " private account " : " public account ");
		var tests = new ArrayList<DynamicTest>();
		tests.add(DynamicTest.dynamicTest(name + "explore", () -> assertThat(shown(ids(person, "/explore")))
			.isEqualTo(seen.contains(post("public")) ? Set.of(post("public")) : Set.of())));
		tests.add(DynamicTest.dynamicTest(name + "top", () -> {
			forgetTopPosts();
			assertThat(shown(ids(person, "/explore?sort=top&window=day")))
				.isEqualTo(seen.contains(post("public")) ? Set.of(post("public")) : Set.of());
		}));
		tests.add(DynamicTest.dynamicTest(name + "posts",
				() -> assertThat(ids(person, person(owner) + "/posts")).containsExactlyInAnyOrderElementsOf(seen)));
		tests.add(DynamicTest.dynamicTest(name + "profile",
				() -> assertThat(this.api.get(person, person(owner)).data().at("/counts/posts").asInt())
					.isEqualTo(seen.size())));
		var visits = reader.mayVisit(privateAccount);
		for (var list : List.of("/followers", "/following")) {
			tests.add(DynamicTest.dynamicTest(name + list,
					() -> assertThat(ids(person, person(owner) + list).isEmpty()).isEqualTo(!visits)));
		}
		tests.add(DynamicTest.dynamicTest(name + "leaderboard", () -> {
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(leaders(owner)).contains(owner.id()));
			assertThat(leaders(person).contains(owner.id())).isEqualTo(visits);
		}));
		tests.add(DynamicTest.dynamicTest(name + "comment on a post of somebody else",
				() -> assertThat(ids(person, "/posts/" + this.commented + "/comments").contains(this.commentElsewhere))
					.isEqualTo(!reader.isSeparated())));
		if (reader != Reader.GUEST) {
			var hidden = this.posts.values().stream().filter((post) -> !seen.contains(post)).toList();
			tests.add(DynamicTest.dynamicTest(name + "export", () -> {
				var exported = export(person);
				assertThat(hidden).noneMatch(exported::contains);
			}));
			tests.add(DynamicTest.dynamicTest(name + "feed", () -> assertThat(shown(ids(person, "/feed")))
				.isEqualTo((reader.isFollower() || reader == Reader.OWNER) ? Set.copyOf(seen) : Set.of())));
		}
		if (reader.isSeparated()) {
			tests.add(DynamicTest.dynamicTest(name + "follow",
					() -> refused(follow(person, owner), 403, "follow.blocked")));
		}
		return tests.stream();
	}

	private List<String> leaders(TestUser reader) {
		return this.api.get(reader, "/leaderboard?window=day&limit=100")
			.body()
			.path("data")
			.valueStream()
			.map((leader) -> leader.at("/person/id").asString())
			.toList();
	}

	private String export(TestUser person) {
		return new PersonalDataKit(this.rabbit, this.broker, "social.events", "social_members").export(person.id())
			.toString();
	}

	private Set<String> shown(List<String> ids) {
		return ids.stream().filter(this.posts::containsValue).collect(Collectors.toSet());
	}

	private String post(String visibility) {
		return this.posts.getOrDefault(visibility, "");
	}

	private String comment(String visibility) {
		return this.comments.getOrDefault(visibility, "");
	}

	private TestUser reader(Reader reader) {
		return Objects.requireNonNull(this.readers.get(reader));
	}

	/**
	 * One request of a reader.
	 *
	 * @param name what it asks for
	 * @param call the request
	 * @param expected the statuses that may answer it
	 */
	private record Attempt(String name, Supplier<TestResponse> call, Set<Integer> expected) {

		int status() {
			return this.call.get().status();
		}

	}

}
