package org.example.mobile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.example.mobile.api.PostsApi;
import org.example.mobile.api.ThreadsApi;
import org.example.mobile.http.ApiClient;
import org.example.mobile.http.ApiException;
import org.example.mobile.model.NewPost;
import org.example.mobile.model.PostView;
import org.example.mobile.model.ThreadView;

/**
 * A forum on a device that loses its connection: reads cost nothing when nothing has
 * changed, and replies wait until the server has confirmed them.
 */
public final class ForumOnDevice {

	/** Matches no version. */
	private static final String NO_TAG = "\"\"";

	private static final int LATEST = 20;

	private static final int NOT_MODIFIED = 304;

	private static final int UNAUTHORIZED = 401;

	private static final int SERVER_ERROR = 500;

	private final ThreadsApi threads;

	private final PostsApi posts;

	private final Deque<PendingReply> pending = new ArrayDeque<>();

	private List<ThreadView> latest = List.of();

	private String entityTag = NO_TAG;

	/**
	 * Creates a client.
	 * @param address of the forum, such as {@code https://forum.example.org}
	 * @param token an access token or a personal access token with {@code threads:read}
	 * and {@code threads:write}
	 */
	public ForumOnDevice(String address, String token) {
		var client = new ApiClient();
		client.updateBaseUri(address);
		client.setRequestInterceptor((request) -> request.header("Authorization", "Bearer " + token));
		this.threads = new ThreadsApi(client);
		this.posts = new PostsApi(client);
	}

	/**
	 * Returns the latest threads; those of the last time while there is no connection.
	 */
	public List<ThreadView> latest() {
		try {
			var answer = this.threads.getThreadsWithHttpInfo(null, null, null, null, null, null, null, null, LATEST,
					Map.of("If-None-Match", this.entityTag));
			this.latest = List.copyOf(answer.getData().getData());
			this.entityTag = answer.getHeaders().getOrDefault("etag", List.of(NO_TAG)).getFirst();
		}
		catch (ApiException ex) {
			if (ex.getCode() != NOT_MODIFIED && !isTransient(ex)) {
				throw new IllegalStateException(ex.getResponseBody(), ex);
			}
		}
		return this.latest;
	}

	/** Replies now or, without a connection, with the next {@link #synchronize()}. */
	public void reply(String threadId, String content) {
		this.pending.add(new PendingReply(UUID.randomUUID().toString(), threadId, content));
		synchronize();
	}

	/**
	 * Sends the replies that wait, in their order. A refused one is removed, unless only
	 * the token was refused.
	 * @return what the server has stored
	 */
	public List<PostView> synchronize() {
		var stored = new ArrayList<PostView>();
		while (!this.pending.isEmpty()) {
			try {
				stored.add(send(this.pending.getFirst()));
			}
			catch (ApiException ex) {
				if (isTransient(ex)) {
					return stored;
				}
				if (ex.getCode() != UNAUTHORIZED) {
					this.pending.removeFirst();
				}
				throw new IllegalArgumentException(ex.getResponseBody(), ex);
			}
			this.pending.removeFirst();
		}
		return stored;
	}

	private PostView send(PendingReply reply) throws ApiException {
		var post = new NewPost().threadId(reply.threadId()).content(reply.content());
		return this.posts.postPosts(post, reply.key()).getData();
	}

	/**
	 * A lost connection has no status. Other answers that may change have a time, such as
	 * that to a repeated request whose first one still runs.
	 */
	private static boolean isTransient(ApiException failure) {
		return failure.getCode() == 0 || failure.getCode() >= SERVER_ERROR
				|| failure.getResponseHeaders().firstValue("Retry-After").isPresent();
	}

	/** Returns the replies that the server has not confirmed. */
	public List<PendingReply> pending() {
		return List.copyOf(this.pending);
	}

}
