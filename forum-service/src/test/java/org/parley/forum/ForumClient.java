package org.parley.forum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Calls the service over HTTP, with a robot's user agent, so that its views do not count.
 */
public final class ForumClient {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String base;

	private final Somebody admin = Somebody.with("admin");

	private final Somebody moderator = Somebody.with("moderator");

	public ForumClient(int port) {
		this.base = "http://127.0.0.1:" + port + "/api/v1";
	}

	public Somebody admin() {
		return this.admin;
	}

	public Somebody moderator() {
		return this.moderator;
	}

	/** Sends a body as JSON; a string is sent as it is. */
	public Reply call(Somebody caller, String method, String path, @Nullable Object body, String... headers) {
		var request = HttpRequest.newBuilder(uri(path));
		var text = (body == null || body instanceof String) ? (String) body : JSON.writeValueAsString(body);
		request.method(method, (text != null) ? BodyPublishers.ofString(text) : BodyPublishers.noBody());
		request.setHeader("User-Agent", "forum-client (robot)");
		if (text != null) {
			request.setHeader("Content-Type", "application/json");
		}
		if (caller.token() != null) {
			request.setHeader("Authorization", "Bearer " + caller.token());
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		return send(request.build());
	}

	/** Returns the URI of a path. */
	public URI uri(String path) {
		return URI.create(this.base + path);
	}

	public Reply get(Somebody caller, String path, String... headers) {
		return call(caller, "GET", path, null, headers);
	}

	public Reply post(Somebody caller, String path, @Nullable Object body, String... headers) {
		return call(caller, "POST", path, body, headers);
	}

	public Reply put(Somebody caller, String path, @Nullable Object body, String... headers) {
		return call(caller, "PUT", path, body, headers);
	}

	public Reply patch(Somebody caller, String path, Object body, String... headers) {
		return call(caller, "PATCH", path, body, headers);
	}

	public Reply delete(Somebody caller, String path, String... headers) {
		return call(caller, "DELETE", path, null, headers);
	}

	public Reply vote(Somebody caller, String path, int value) {
		return call(caller, "PUT", path + "/vote", Map.of("value", value));
	}

	/** Creates a category with the given rights and returns its slug. */
	public String category(String read, String post) {
		var slug = "c-" + Ids.next().toLowerCase(java.util.Locale.ROOT);
		requireCreated(post(this.admin, "/categories",
				Map.of("slug", slug, "name", "Category " + slug, "read", read, "post", post)));
		return slug;
	}

	/** Creates a public category and returns its slug. */
	public String category() {
		return category("everyone", "members");
	}

	/** Creates a thread and returns its id. */
	public String thread(Somebody author, String category) {
		return requireCreated(
				post(author, "/threads", Map.of("category", category, "title", "Which tomatoes for a balcony?",
						"content", "It faces **north**.", "tags", List.of("tomatoes", "balcony"))))
			.id();
	}

	/** Creates a reply and returns its id. */
	public String reply(Somebody author, String threadId) {
		return requireCreated(post(author, "/posts", Map.of("threadId", threadId, "content", "Try *Stupice*."))).id();
	}

	/**
	 * Appoints a moderator of a category. First writes as that user, to register them.
	 */
	public void appoint(Somebody user, String category) {
		requireCreated(post(user, "/drafts", Map.of("content", "I am here.")));
		var appointed = put(this.admin, "/categories/" + category + "/moderators/" + user.username(), null);
		if (appointed.status() != 204) {
			throw new AssertionError(appointed);
		}
	}

	private static Reply requireCreated(Reply reply) {
		if (reply.status() != 201) {
			throw new AssertionError(reply);
		}
		return reply;
	}

	private Reply send(HttpRequest request) {
		try {
			var answer = this.http.send(request, BodyHandlers.ofString());
			return new Reply(answer.statusCode(), answer.headers(),
					isJson(answer) ? JSON.readTree(answer.body()) : MissingNode.getInstance());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isJson(HttpResponse<String> answer) {
		return !answer.body().isEmpty() && answer.headers().firstValue("Content-Type").orElse("").contains("json");
	}

}
