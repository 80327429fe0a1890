package org.parley.forum;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

/** Calls the service over HTTP. */
public final class ForumClient extends TestClient {

	private @Nullable TestUser admin;

	private @Nullable TestUser moderator;

	public ForumClient(int port) {
		super("http://127.0.0.1:" + port + "/api/v1");
	}

	/** The administrator of this client, created with the first use. */
	public synchronized TestUser admin() {
		var created = (this.admin != null) ? this.admin : TestUser.with("admin");
		this.admin = created;
		return created;
	}

	/** The global moderator of this client, created with the first use. */
	public synchronized TestUser moderator() {
		var created = (this.moderator != null) ? this.moderator : TestUser.with("moderator");
		this.moderator = created;
		return created;
	}

	public TestResponse vote(TestUser caller, String path, int value) {
		return call(caller, "PUT", path + "/vote", Map.of("value", value));
	}

	/** Creates a category with the given rights and returns its slug. */
	public String category(String read, String post) {
		var slug = "c-" + Ids.next().toLowerCase(java.util.Locale.ROOT);
		requireCreated(post(admin(), "/categories",
				Map.of("slug", slug, "name", "Category " + slug, "read", read, "post", post)));
		return slug;
	}

	/** Creates a public category and returns its slug. */
	public String category() {
		return category("everyone", "members");
	}

	/** Creates a thread and returns its id. */
	public String thread(TestUser author, String category) {
		return requireCreated(
				post(author, "/threads", Map.of("category", category, "title", "Which tomatoes for a balcony?",
						"content", "It faces **north**.", "tags", List.of("tomatoes", "balcony"))))
			.id();
	}

	/** Creates a reply and returns its id. */
	public String reply(TestUser author, String threadId) {
		return requireCreated(post(author, "/posts", Map.of("threadId", threadId, "content", "Try *Stupice*."))).id();
	}

	/**
	 * Appoints a moderator of a category. First writes as that user, to register them.
	 */
	public void appoint(TestUser user, String category) {
		requireCreated(post(user, "/drafts", Map.of("content", "I am here.")));
		var appointed = put(admin(), "/categories/" + category + "/moderators/" + user.username(), null);
		if (appointed.status() != 204) {
			throw new AssertionError(appointed);
		}
	}

	private static TestResponse requireCreated(TestResponse reply) {
		if (reply.status() != 201) {
			throw new AssertionError(reply);
		}
		return reply;
	}

}
