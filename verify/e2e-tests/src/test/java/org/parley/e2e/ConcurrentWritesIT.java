package org.parley.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Fifty people change one thing at once: every change is accepted, and each counts once.
 */
@EndToEnd
class ConcurrentWritesIT {

	private static final int WRITERS = 50;

	private static final int DEVICES = 12;

	/** Counters of threads and people follow their events. */
	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String PARTY = URLEncoder.encode("🎉", StandardCharsets.UTF_8);

	private final ApiUser admin;

	private final TestUsers people;

	private final List<ApiUser> writers;

	ConcurrentWritesIT(RunningSystem system) {
		this.admin = system.signedIn("admin");
		this.people = new TestUsers(system.gateway(), this.admin);
		this.writers = IntStream.range(0, WRITERS)
			.mapToObj((_) -> this.people.guest().signedIn(this.people.register().text("/data/accessToken")))
			.toList();
	}

	@TestFactory
	Stream<DynamicTest> everyChangeCountsOnce() {
		return Stream.of(chat(), social(), forum(), ofOnePerson()).flatMap((tests) -> tests);
	}

	private String category() {
		return this.admin.get("/categories").is(200).text("/data/0/slug");
	}

	private Stream<DynamicTest> chat() {
		var room = this.admin.post("/chat/conversations", Map.of("kind", "room", "name", TestUsers.unique("Crowd")))
			.is(201)
			.text("/data/id");
		var path = "/chat/conversations/" + room;
		var message = this.admin.post(path + "/messages", Map.of("text", "React to this")).is(201).text("/data/id");
		var reaction = "/chat/messages/%s/reactions/%s".formatted(message, PARTY);
		Supplier<GatewayResponse> reacted = () -> this.admin.get("/chat/messages/" + message);
		Supplier<GatewayResponse> members = () -> this.admin.get(path);
		return Stream.of(
				all("people join a room", (person, _) -> person.post(path + "/join"), members, "/data/memberCount",
						WRITERS + 1),
				all("people react to a message", (person, _) -> person.put(reaction, Map.of()), reacted,
						"/data/reactions/🎉", WRITERS),
				all("people repeat their reaction", (person, _) -> person.put(reaction, Map.of()), reacted,
						"/data/reactions/🎉", WRITERS),
				all("people react in two ways",
						(person, i) -> (i % 2 == 0) ? person.delete(reaction)
								: person.put("/chat/messages/%s/reactions/%s".formatted(message,
										URLEncoder.encode("👍", StandardCharsets.UTF_8)), Map.of()),
						reacted, "/data/reactions/👍", WRITERS / 2),
				all("people write to a room",
						(person, i) -> person.post(path + "/messages", Map.of("text", "Message " + i)),
						() -> this.admin.get(path), "/data/lastMessage/seq", WRITERS + 1),
				all("people read a room", (person, _) -> person.put(path + "/read", Map.of("seq", WRITERS + 1)),
						() -> this.writers.getFirst().get(path), "/data/unreadCount", 0),
				all("people leave a room", (person, _) -> person.post(path + "/leave"), members, "/data/memberCount",
						1));
	}

	private Stream<DynamicTest> social() {
		var name = TestUsers.unique("celebrity");
		var celebrity = this.people.guest().signedIn(this.people.register(name).text("/data/accessToken"));
		var post = "/social/posts/"
				+ celebrity.post("/social/posts", Map.of("text", "React to this")).is(201).text("/data/id");
		var comment = "/social/comments/"
				+ celebrity.post(post + "/comments", Map.of("text", "And to this")).is(201).text("/data/id");
		var person = "/social/people/" + name;
		return Stream.of(
				all("people react to a social post",
						(writer, _) -> writer.put(post + "/reaction", Map.of("kind", "love")),
						() -> celebrity.get(post), "/data/reactions/love", WRITERS),
				all("people change their reactions",
						(writer, _) -> writer.put(post + "/reaction", Map.of("kind", "like")),
						() -> celebrity.get(post), "/data/reactions/like", WRITERS),
				all("people react to a comment",
						(writer, _) -> writer.put(comment + "/reaction", Map.of("kind", "love")),
						() -> celebrity.get(comment), "/data/reactions/love", WRITERS),
				all("people comment", (writer, i) -> writer.post(post + "/comments", Map.of("text", "Comment " + i)),
						() -> celebrity.get(post), "/data/commentCount", WRITERS + 1),
				all("people follow a person", (writer, _) -> writer.put(person + "/follow", Map.of()),
						() -> celebrity.get(person), "/data/counts/followers", WRITERS),
				all("people no longer follow a person", (writer, _) -> writer.delete(person + "/follow"),
						() -> celebrity.get(person), "/data/counts/followers", 0));
	}

	private Stream<DynamicTest> forum() {
		var thread = this.admin
			.post("/threads",
					Map.of("category", category(), "title", TestUsers.unique("Crowded thread"), "content",
							"Reply to this", "tags", List.of("crowd")))
			.is(201)
			.text("/data/id");
		var path = "/threads/" + thread;
		var post = this.admin.post("/posts", Map.of("threadId", thread, "content", "Vote for this"))
			.is(201)
			.text("/data/id");
		Supplier<GatewayResponse> seen = () -> this.admin.get(path);
		return Stream.of(
				all("people vote for a thread", (person, _) -> person.put(path + "/vote", Map.of("value", 1)), seen,
						"/data/voteScore", WRITERS),
				all("people vote for a post", (person, _) -> person.put("/posts/" + post + "/vote", Map.of("value", 1)),
						() -> this.admin.get("/posts/" + post), "/data/voteScore", WRITERS),
				all("people change their votes",
						(person, i) -> person.put(path + "/vote", Map.of("value", (i % 2 == 0) ? -1 : 0)), seen,
						"/data/voteScore", -WRITERS / 2),
				all("people reply to a thread",
						(person, i) -> person.post("/posts", Map.of("threadId", thread, "content", "Reply " + i)), seen,
						"/data/replyCount", WRITERS + 1),
				all("people subscribe to a thread",
						(person, _) -> person.put(path + "/subscription", Map.of("level", "muted")),
						() -> this.writers.getLast().get(path + "/subscription"), "/data/level", "muted"),
				all("people bookmark a thread", (person, _) -> person.put(path + "/bookmark", Map.of()),
						() -> this.writers.getLast().get(path), "/data/bookmarked", true));
	}

	/** One person with many devices, within the limit of their writes. */
	private Stream<DynamicTest> ofOnePerson() {
		var person = this.people.guest().signedIn(this.people.register().text("/data/accessToken"));
		return Stream.of(
				all(DEVICES, "a person reads all notifications",
						(_, _) -> person.put("/notifications/read-all", Map.of()),
						() -> person.get("/notifications/unread-count"), "/data/count", 0),
				all(DEVICES, "a person sets preferences of conversations",
						(_, _) -> person.put("/chat/preferences", Map.of("writers", "everyone")),
						() -> person.get("/chat/preferences"), "/data/writers", "everyone"));
	}

	private DynamicTest all(String name, BiFunction<ApiUser, Integer, GatewayResponse> change,
			Supplier<GatewayResponse> result, String field, Object expected) {
		return all(WRITERS, name, change, result, field, expected);
	}

	private DynamicTest all(int count, String name, BiFunction<ApiUser, Integer, GatewayResponse> change,
			Supplier<GatewayResponse> result, String field, Object expected) {
		return dynamicTest(name, () -> {
			var answers = atOnce(count, (i) -> change.apply(this.writers.get(i), i));
			assertThat(answers).filteredOn((answer) -> answer.status() / 100 != 2)
				.extracting(GatewayResponse::refusal)
				.isEmpty();
			Await.within(SOON, () -> result.get().is(200).has(field, expected));
		});
	}

	/** Sends the requests of all writers as soon as all are ready. */
	private static List<GatewayResponse> atOnce(int count, IntFunction<GatewayResponse> request) {
		var ready = new CountDownLatch(count);
		var answers = new ArrayList<Future<GatewayResponse>>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			IntStream.range(0, count).forEach((i) -> answers.add(threads.submit(() -> {
				ready.countDown();
				ready.await();
				return request.apply(i);
			})));
		}
		return answers.stream().map(Future::resultNow).toList();
	}

}
