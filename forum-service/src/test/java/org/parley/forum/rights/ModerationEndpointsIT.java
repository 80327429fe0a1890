package org.parley.forum.rights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.forum.ForumIT;
import org.parley.platform.test.MappedEndpoint;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Tests every moderation endpoint with the callers that tell its checks apart;
 * {@link RightsTableTests} has every role with every audience of a category. The
 * endpoints come from the request mappings: the test fails for an endpoint that is
 * neither in {@link #MODERATION} nor in {@link #OTHERS}.
 */
class ModerationEndpointsIT extends ForumIT {

	/**
	 * The endpoints, with the step of a global moderator that each one requires before.
	 */
	private static final Map<String, String> MODERATION = Map.ofEntries(Map.entry("POST /threads/{id}/lock", ""),
			Map.entry("POST /threads/{id}/unlock", "lock"), Map.entry("POST /threads/{id}/archive", ""),
			Map.entry("POST /threads/{id}/unarchive", "archive"), Map.entry("POST /threads/{id}/hide", ""),
			Map.entry("POST /threads/{id}/unhide", "hide"), Map.entry("POST /threads/{id}/pin", ""),
			Map.entry("POST /threads/{id}/unpin", "pin"), Map.entry("POST /threads/{id}/move", ""),
			Map.entry("POST /threads/{id}/restore", "remove"), Map.entry("POST /threads/{id}/merge", ""),
			Map.entry("POST /threads/{id}/split", ""), Map.entry("GET /admin/reports", "report"),
			Map.entry("GET /admin/thread-works/{id}", "merge"));

	/**
	 * The endpoints for readers, authors, administrators and programs; see
	 * {@link RightsIT} and {@code IncomingPostIT}.
	 */
	private static final Set<String> OTHERS = Set.of("GET /categories", "POST /categories", "GET /categories/{slug}",
			"PATCH /categories/{slug}", "DELETE /categories/{slug}", "GET /categories/{slug}/moderators",
			"PUT /categories/{slug}/moderators/{username}", "DELETE /categories/{slug}/moderators/{username}",
			"GET /threads", "POST /threads", "GET /threads/search", "GET /threads/{id}", "PATCH /threads/{id}",
			"DELETE /threads/{id}", "GET /threads/{id}/posts", "PUT /threads/{id}/answer",
			"DELETE /threads/{id}/answer", "PUT /threads/{id}/vote", "GET /posts", "POST /posts", "POST /posts/preview",
			"GET /posts/{id}", "PATCH /posts/{id}", "DELETE /posts/{id}", "POST /posts/{id}/restore",
			"GET /posts/{id}/history", "PUT /posts/{id}/vote", "POST /posts/{id}/reports", "PUT /threads/{id}/bookmark",
			"DELETE /threads/{id}/bookmark", "PUT /posts/{id}/bookmark", "DELETE /posts/{id}/bookmark",
			"GET /bookmarks", "GET /subscriptions", "GET /threads/{id}/subscription", "PUT /threads/{id}/subscription",
			"GET /categories/{slug}/subscription", "PUT /categories/{slug}/subscription",
			"GET /tags/{tag}/subscription", "PUT /tags/{tag}/subscription", "GET /threads/{id}/progress",
			"PUT /threads/{id}/progress", "GET /threads/progress", "GET /drafts", "POST /drafts", "GET /drafts/{id}",
			"PUT /drafts/{id}", "DELETE /drafts/{id}", "GET /feeds/categories/{slug}", "GET /feeds/threads/{id}",
			"GET /categories/{slug}/incoming-addresses", "POST /categories/{slug}/incoming-addresses",
			"DELETE /categories/{slug}/incoming-addresses/{id}", "POST /incoming/{id}/{token}",
			"DELETE /members/{username}/posts", "GET /tags", "GET /members", "GET /members/{username}",
			"GET /admin/stats", "POST /internal/views");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private final TestUser moderatorElsewhere = Role.MODERATOR_ELSEWHERE.newUser();

	/** Places that only refused requests have seen; these change nothing. */
	private final Map<String, Place> unchanged = new HashMap<>();

	@Test
	void everyEndpointIsClassified() {
		assertThat(MappedEndpoint.in("org.parley.forum", this.mappings)).extracting(MappedEndpoint::toString)
			.containsExactlyInAnyOrderElementsOf(
					Stream.concat(MODERATION.keySet().stream(), OTHERS.stream()).collect(Collectors.toSet()));
	}

	@TestFactory
	Stream<DynamicTest> everyCallerGetsExpectedStatus() {
		this.forum.appoint(this.moderatorElsewhere, this.forum.category());
		return MODERATION.keySet()
			.stream()
			.sorted()
			.flatMap((endpoint) -> Stream.of(Attempt.values())
				.map((attempt) -> dynamicTest(endpoint + " by " + attempt, () -> check(endpoint, attempt))));
	}

	private void check(String endpoint, Attempt attempt) {
		var name = endpoint + " where " + attempt.readers + " read";
		var place = this.unchanged.computeIfAbsent(name, (_) -> open(endpoint, attempt.readers));
		var path = endpoint.substring(endpoint.indexOf('/')).replace("{id}", place.id());
		var reply = this.forum.call(caller(attempt.role, place), endpoint.substring(0, endpoint.indexOf(' ')),
				path.equals("/admin/reports") ? path + "?limit=100" : path, body(endpoint, place));
		if (reply.status() < 300 && !endpoint.startsWith("GET")) {
			this.unchanged.remove(name);
		}
		if (endpoint.equals("GET /admin/reports")) {
			assertList(attempt, reply, place.post());
			return;
		}
		assertThat(status(reply)).as(reply.toString()).isEqualTo(expected(endpoint, attempt));
	}

	/** Merges and splits are accepted with 202. */
	private static int status(TestResponse reply) {
		return (reply.status() == 202) ? 200 : reply.status();
	}

	private TestUser caller(Role role, Place place) {
		return switch (role) {
			case MODERATOR_HERE -> place.moderator();
			case MODERATOR_ELSEWHERE -> this.moderatorElsewhere;
			default -> role.newUser();
		};
	}

	/** Creates a thread with a reply for an endpoint. */
	private Place open(String endpoint, String readers) {
		var author = TestUser.with();
		var moderator = Role.MODERATOR_HERE.newUser();
		var slug = this.forum.category();
		var thread = this.forum.thread(author, slug);
		var post = this.forum.reply(author, thread);
		this.forum.appoint(moderator, slug);
		var target = endpoint.endsWith("/merge") || endpoint.contains("works") ? this.forum.thread(author, slug) : "";
		var destination = endpoint.endsWith("/move") ? destination(moderator) : "";
		var relocationId = prepare(Objects.requireNonNull(MODERATION.get(endpoint)), thread, post, target);
		this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of("read", readers, "post", "admins"));
		return new Place(moderator, relocationId.isEmpty() ? thread : relocationId, post, target, destination);
	}

	private static void assertList(Attempt attempt, TestResponse reply, String post) {
		if (attempt == Attempt.GUEST || attempt == Attempt.MEMBER) {
			assertThat(reply.status()).isEqualTo(attempt.expected);
			return;
		}
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		assertThat(reply.data().toString().contains(post)).isEqualTo(attempt.expected == 200);
	}

	/**
	 * Hidden and removed threads and relocations are visible only to their moderators.
	 */
	private static int expected(String endpoint, Attempt attempt) {
		var unseen = Set.of("unhide", "restore").contains(last(endpoint)) || endpoint.contains("works");
		return (unseen && attempt == Attempt.MODERATOR_ELSEWHERE) ? 404 : attempt.expected;
	}

	/** Runs the required step before; returns the id of the relocation, if any. */
	private String prepare(String before, String thread, String post, String target) {
		var path = "/threads/" + thread;
		var moderator = this.forum.moderator();
		var response = switch (before) {
			case "" -> null;
			case "remove" -> this.forum.delete(moderator, path);
			case "report" -> this.forum.post(TestUser.with(), "/posts/" + post + "/reports", Map.of("reason", "spam"));
			case "merge" -> this.forum.post(moderator, path + "/merge", Map.of("into", target));
			default -> this.forum.post(moderator, path + "/" + before, null);
		};
		if (response == null) {
			return "";
		}
		assertThat(response.status()).as(response.toString()).isLessThan(300);
		return before.equals("merge") ? response.id() : "";
	}

	/** Creates a category that both moderate, so that only the origin decides. */
	private String destination(TestUser moderator) {
		var destination = this.forum.category();
		this.forum.appoint(moderator, destination);
		this.forum.appoint(this.moderatorElsewhere, destination);
		return destination;
	}

	private static @Nullable Map<String, ?> body(String endpoint, Place place) {
		return switch (last(endpoint)) {
			case "move" -> Map.of("category", place.destination());
			case "merge" -> Map.of("into", place.target());
			case "split" -> Map.of("posts", List.of(place.post()), "title", "Another matter");
			default -> null;
		};
	}

	private static String last(String endpoint) {
		return endpoint.substring(endpoint.lastIndexOf('/') + 1);
	}

	/**
	 * A thread with a reply in a category with its readers.
	 *
	 * @param moderator of the category
	 * @param id of the thread, or of the relocation that the endpoint is for
	 * @param post the reply
	 * @param target a thread to merge into, or empty
	 * @param destination a category to move to, or empty
	 */
	private record Place(TestUser moderator, String id, String post, String target, String destination) {
	}

	/** A caller, where a category has these readers, and the expected status. */
	private enum Attempt {

		GUEST(Role.GUEST, "everyone", 401), MEMBER(Role.MEMBER, "everyone", 403),
		MODERATOR_ELSEWHERE(Role.MODERATOR_ELSEWHERE, "everyone", 403),
		MODERATOR_HERE(Role.MODERATOR_HERE, "everyone", 200), MODERATOR(Role.MODERATOR, "everyone", 200),
		UNREADING_MODERATOR_HERE(Role.MODERATOR_HERE, "admins", 404),
		UNREADING_MODERATOR(Role.MODERATOR, "admins", 404), ADMIN(Role.ADMIN, "admins", 200);

		private final Role role;

		private final String readers;

		private final int expected;

		Attempt(Role role, String readers, int expected) {
			this.role = role;
			this.readers = readers;
			this.expected = expected;
		}

	}

}
