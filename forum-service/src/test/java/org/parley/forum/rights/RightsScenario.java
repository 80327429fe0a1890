package org.parley.forum.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.forum.ForumClient;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

/** A thread with two replies by its author, on which an actor tries an action. */
final class RightsScenario {

	private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 409);

	private final ForumClient forum;

	private final TestUser actor;

	private final TestUser author;

	private final Situation situation;

	private final List<String> categories = new ArrayList<>();

	private final String category;

	private final String thread;

	private final String post;

	private boolean changed;

	RightsScenario(ForumClient forum, Role role, Situation situation) {
		this.forum = forum;
		this.actor = role.newUser();
		this.situation = situation;
		this.author = (role == Role.AUTHOR) ? this.actor : Role.AUTHOR.newUser();
		this.category = newCategory();
		this.thread = forum.thread(this.author, this.category);
		this.post = forum.reply(this.author, this.thread);
		forum.reply((situation == Situation.ANSWERED) ? TestUser.with() : this.author, this.thread);
		if (!situation.step().isEmpty()) {
			requireSuccess(forum.moderator(), "POST", thread() + "/" + situation.step(), null);
		}
		switch (role) {
			case MODERATOR_HERE -> forum.appoint(this.actor, this.category);
			case MODERATOR_ELSEWHERE -> forum.appoint(this.actor, newCategory());
			default -> {
			}
		}
		requireSuccess(forum.admin(), "PATCH", "/categories/" + this.category,
				Map.of("read", situation.read(), "post", situation.post()));
		this.changed = false;
	}

	/** Whether a request has succeeded that could change what another action may do. */
	boolean isChanged() {
		return this.changed;
	}

	String category() {
		return "/categories/" + this.category;
	}

	/** The slugs of all categories that the scenario has created. */
	List<String> categories() {
		return this.categories;
	}

	/** The paths of the feeds of the category and the thread. */
	List<String> feeds() {
		return List.of("/feeds/categories/" + this.category, "/feeds/threads/" + this.thread);
	}

	String thread() {
		return "/threads/" + this.thread;
	}

	String post() {
		return "/posts/" + this.post;
	}

	Map<String, ?> threadRequest() {
		return Map.of("category", this.category, "title", "May I?", "content", "I may.");
	}

	Map<String, ?> replyRequest() {
		return Map.of("threadId", this.thread, "content", "I may.");
	}

	Map<String, ?> answerRequest() {
		return Map.of("postId", this.post);
	}

	/** The path for appointing and dismissing the author as a moderator. */
	String moderatorPath() {
		return category() + "/moderators/" + this.author.username();
	}

	/** The path of what the author has written. */
	String postsOfAuthor() {
		return "/members/" + this.author.username() + "/posts";
	}

	/** Creates an empty category and returns its path. */
	String emptyCategory() {
		return "/categories/" + newCategory();
	}

	Map<String, ?> categoryRequest() {
		var slug = Ids.next().toLowerCase(Locale.ROOT);
		return Map.of("slug", slug, "name", "Category " + slug);
	}

	/** Creates another category and returns the request to move there. */
	Map<String, ?> moveRequest() {
		var other = newCategory();
		if (this.situation == Situation.TARGET_MODERATED) {
			this.forum.appoint(this.actor, other);
		}
		return Map.of("category", other);
	}

	/** Creates another thread and returns the request to merge into it. */
	Map<String, ?> mergeRequest() {
		return Map.of("into", this.forum.thread(this.author, this.category));
	}

	/** The request to split off the author's first reply. */
	Map<String, ?> splitRequest() {
		return Map.of("posts", List.of(this.post), "title", "Another matter");
	}

	/** The path of a thread without replies, except in {@link Situation#ANSWERED}. */
	String unansweredThread(Situation situation) {
		var path = "/threads/" + this.forum.thread(this.author, this.category);
		if (situation == Situation.ANSWERED) {
			return thread();
		}
		if (!situation.step().isEmpty()) {
			requireSuccess(this.forum.moderator(), "POST", path + "/" + situation.step(), null);
		}
		return path;
	}

	/** Creates a draft of the author and returns its path. */
	String draft() {
		var made = requireSuccess(this.author, "POST", "/drafts", Map.of("content", "Mine"));
		return "/drafts/" + made.id();
	}

	/** Reports the author's first reply and returns its id. */
	String reportPost() {
		requireSuccess(TestUser.with(), "POST", post() + "/reports", Map.of("reason", "spam"));
		return this.post;
	}

	/** Runs a preceding request of the author. */
	void author(String method, String path) {
		requireSuccess(this.author, method, path, null);
	}

	/** Runs a preceding request of a moderator. */
	void moderator(String method, String path) {
		requireSuccess(this.forum.moderator(), method, path, null);
	}

	/** Runs a preceding request of a moderator with a body. */
	void moderator(String method, String path, Map<String, ?> body) {
		requireSuccess(this.forum.moderator(), method, path, body);
	}

	/** Whether the actor may read a path. */
	boolean isAllowed(String path) {
		return isAllowed("GET", path);
	}

	/** Whether the actor may send a request. */
	boolean isAllowed(String method, String path) {
		return changes(method, this.forum.call(this.actor, method, path, null));
	}

	/** Whether the actor may send a request with a body. */
	boolean isAllowed(String method, String path, Map<String, ?> body) {
		return changes(method, this.forum.call(this.actor, method, path, body));
	}

	private boolean changes(String method, TestResponse reply) {
		this.changed |= isSuccess(reply) && !method.equals("GET");
		return isSuccess(reply);
	}

	/** The response body for the actor; empty if the request is refused. */
	String read(String path) {
		var reply = this.forum.get(this.actor, path);
		return isSuccess(reply) ? Objects.toString(reply.body()) : "";
	}

	/** The content of the author's reply as the actor sees it; empty if withheld. */
	String content() {
		return this.forum.get(this.actor, post()).data().path("content").asString("");
	}

	private String newCategory() {
		var slug = this.forum.category();
		this.categories.add(slug);
		return slug;
	}

	private static boolean isSuccess(TestResponse reply) {
		if (reply.status() >= 300 && !REFUSALS.contains(reply.status())) {
			throw new AssertionError("Unexpected status: " + reply);
		}
		return reply.status() < 300;
	}

	private TestResponse requireSuccess(TestUser user, String method, String path, @Nullable Object body) {
		var reply = this.forum.call(user, method, path, body);
		this.changed = true;
		if (reply.status() >= 300) {
			throw new AssertionError("%s %s: %s".formatted(method, path, reply));
		}
		return reply;
	}

}
