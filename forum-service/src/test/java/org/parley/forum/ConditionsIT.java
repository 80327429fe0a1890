package org.parley.forum;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.platform.test.MappedEndpoint;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.web.IfMatch;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Tests {@code If-Match} on every endpoint that supports it, found from the request
 * mappings. A stale version is refused and the current one is accepted.
 */
class ConditionsIT extends ForumIT {

	private static final String EDIT = "edit";

	/** The change that makes the version stale, by endpoint. */
	private static final Map<String, String> CHANGES = Map.ofEntries(Map.entry("PATCH /threads/{id}", EDIT),
			Map.entry("DELETE /threads/{id}", EDIT), Map.entry("POST /threads/{id}/lock", EDIT),
			Map.entry("POST /threads/{id}/unlock", "lock"), Map.entry("POST /threads/{id}/archive", EDIT),
			Map.entry("POST /threads/{id}/unarchive", "archive"), Map.entry("POST /threads/{id}/hide", EDIT),
			Map.entry("POST /threads/{id}/unhide", "hide"), Map.entry("POST /threads/{id}/pin", EDIT),
			Map.entry("POST /threads/{id}/unpin", "pin"), Map.entry("POST /threads/{id}/move", EDIT),
			Map.entry("POST /threads/{id}/restore", "remove"), Map.entry("POST /threads/{id}/merge", EDIT),
			Map.entry("POST /threads/{id}/split", EDIT), Map.entry("PUT /threads/{id}/answer", EDIT),
			Map.entry("DELETE /threads/{id}/answer", "answer"), Map.entry("PATCH /posts/{id}", EDIT),
			Map.entry("DELETE /posts/{id}", EDIT), Map.entry("POST /posts/{id}/restore", "remove"),
			Map.entry("PATCH /categories/{slug}", EDIT), Map.entry("DELETE /categories/{slug}", EDIT),
			Map.entry("PUT /drafts/{id}", EDIT), Map.entry("DELETE /drafts/{id}", EDIT));

	private final TestUser author = TestUser.with();

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Test
	void everyConditionalEndpointIsTested() {
		assertThat(MappedEndpoint.in("org.parley.forum", this.mappings)
			.stream()
			.filter((endpoint) -> endpoint.takes(IfMatch.class))
			.map(MappedEndpoint::toString)
			.collect(Collectors.toUnmodifiableSet())).isEqualTo(CHANGES.keySet());
	}

	@TestFactory
	Stream<DynamicTest> staleVersionIsRefused() {
		return CHANGES.keySet().stream().sorted().map((endpoint) -> dynamicTest(endpoint, () -> check(endpoint)));
	}

	private void check(String endpoint) {
		var stage = new Stage(endpoint);
		var stale = stage.tag();
		stage.change(Objects.requireNonNull(CHANGES.get(endpoint)));
		var late = stage.send(stale);
		assertThat(late.status()).as(late.toString()).isEqualTo(412);
		assertThat(late.code()).isEqualTo("request.precondition-failed");
		assertThat(stage.tag()).as("the version").isNotEqualTo(stale);
		var done = stage.send(stage.tag());
		assertThat(done.status()).as(done.toString()).isBetween(200, 299);
	}

	/** The resources of a test. */
	private final class Stage {

		private final ForumClient client = ConditionsIT.this.forum;

		private final String category = this.client.category();

		private final String thread = this.client.thread(ConditionsIT.this.author, this.category);

		private final String post = this.client.reply(ConditionsIT.this.author, this.thread);

		private final String endpoint;

		private final String resource;

		private final TestUser actor;

		Stage(String endpoint) {
			this.endpoint = endpoint;
			var kind = endpoint.split("/", -1)[1];
			this.resource = "/" + kind + "/" + switch (kind) {
				case "categories" -> this.client.category();
				case "posts" -> this.post;
				case "threads" -> this.thread;
				default -> this.client.post(ConditionsIT.this.author, "/drafts", Map.of("content", "One")).id();
			};
			this.actor = switch (kind) {
				case "categories" -> this.client.admin();
				case "drafts" -> ConditionsIT.this.author;
				default -> this.client.moderator();
			};
		}

		String tag() {
			return this.client.get(this.actor, this.resource).header("ETag");
		}

		void change(String step) {
			var response = switch (step) {
				case EDIT -> edit();
				case "remove" -> this.client.delete(this.actor, this.resource);
				case "answer" -> this.client.put(this.actor, this.resource + "/answer", Map.of("postId", this.post));
				default -> this.client.post(this.actor, this.resource + "/" + step, null);
			};
			assertThat(response.status()).as(response.toString()).isBetween(200, 299);
		}

		private TestResponse edit() {
			return this.resource.startsWith("/drafts/")
					? this.client.put(this.actor, this.resource, Map.of("content", "Two"))
					: this.client.patch(this.actor, this.resource, edited("Changed"));
		}

		private Map<String, ?> edited(String text) {
			return Map.of(switch (this.resource.split("/", -1)[1]) {
				case "categories" -> "name";
				case "threads" -> "title";
				default -> "content";
			}, text);
		}

		TestResponse send(String tag) {
			var method = this.endpoint.substring(0, this.endpoint.indexOf(' '));
			var rest = this.endpoint.substring(this.endpoint.indexOf('}') + 1);
			return this.client.call(this.actor, method, this.resource + rest, body(method, rest), "If-Match", tag);
		}

		private @Nullable Map<String, ?> body(String method, String rest) {
			if (method.equals("PATCH") || (method.equals("PUT") && rest.isEmpty())) {
				return edited("Changed again");
			}
			return switch (method + rest) {
				case "PUT/answer" -> Map.of("postId", this.post);
				case "POST/move" -> Map.of("category", this.client.category());
				case "POST/merge" -> Map.of("into", this.client.thread(ConditionsIT.this.author, this.category));
				case "POST/split" -> Map.of("posts", List.of(this.post), "title", "Another matter");
				default -> null;
			};
		}

	}

}
