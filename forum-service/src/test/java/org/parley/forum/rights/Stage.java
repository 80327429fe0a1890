package org.parley.forum.rights;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.forum.ForumClient;
import org.parley.forum.Reply;
import org.parley.forum.Somebody;
import org.parley.platform.web.Ids;

/** A thread with two replies of its author, where somebody tries to act. */
final class Stage {

	private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 409);

	private final ForumClient forum;

	private final Somebody actor;

	private final Somebody author;

	private final Situation situation;

	private final String category;

	private final String thread;

	private final String post;

	Stage(ForumClient forum, Role role, Situation situation) {
		this.forum = forum;
		this.actor = role.somebody();
		this.situation = situation;
		this.author = (role == Role.AUTHOR) ? this.actor : Role.AUTHOR.somebody();
		this.category = forum.category();
		this.thread = forum.thread(this.author, this.category);
		this.post = forum.reply(this.author, this.thread);
		forum.reply((situation == Situation.ANSWERED) ? Somebody.with() : this.author, this.thread);
		if (!situation.step().isEmpty()) {
			mustBeDone(forum.moderator(), "POST", thread() + "/" + situation.step(), null);
		}
		switch (role) {
			case MODERATOR_HERE -> forum.appoint(this.actor, this.category);
			case MODERATOR_ELSEWHERE -> forum.appoint(this.actor, forum.category());
			default -> {
			}
		}
		mustBeDone(forum.admin(), "PATCH", "/categories/" + this.category,
				Map.of("read", situation.read(), "post", situation.post()));
	}

	String category() {
		return "/categories/" + this.category;
	}

	/** The addresses of its feed and of the thread's. */
	List<String> feeds() {
		return List.of("/feeds/categories/" + this.category, "/feeds/threads/" + this.thread);
	}

	String thread() {
		return "/threads/" + this.thread;
	}

	String post() {
		return "/posts/" + this.post;
	}

	/** What starts a thread in this category. */
	Map<String, ?> newThread() {
		return Map.of("category", this.category, "title", "May I?", "content", "I may.");
	}

	/** What replies to this thread. */
	Map<String, ?> newReply() {
		return Map.of("threadId", this.thread, "content", "I may.");
	}

	/** What names the author's first reply. */
	Map<String, ?> answer() {
		return Map.of("postId", this.post);
	}

	/** Where the author is a moderator, or not. */
	String office() {
		return category() + "/moderators/" + this.author.username();
	}

	/** A category of which nothing depends. */
	String emptyCategory() {
		return "/categories/" + this.forum.category();
	}

	Map<String, ?> newCategory() {
		var slug = Ids.next().toLowerCase(Locale.ROOT);
		return Map.of("slug", slug, "name", "Category " + slug);
	}

	/** Another category to move to. */
	Map<String, ?> elsewhere() {
		var other = this.forum.category();
		if (this.situation == Situation.THEIRS_AS_WELL) {
			this.forum.appoint(this.actor, other);
		}
		return Map.of("category", other);
	}

	/** Another thread to merge with. */
	Map<String, ?> another() {
		return Map.of("into", this.forum.thread(this.author, this.category));
	}

	/** What splits the author's first reply off. */
	Map<String, ?> part() {
		return Map.of("posts", List.of(this.post), "title", "Another matter");
	}

	/** A thread of which nobody else has written anything. */
	String lonelyThread(Situation situation) {
		var lonely = "/threads/" + this.forum.thread(this.author, this.category);
		if (situation == Situation.ANSWERED) {
			return thread();
		}
		if (!situation.step().isEmpty()) {
			mustBeDone(this.forum.moderator(), "POST", lonely + "/" + situation.step(), null);
		}
		return lonely;
	}

	/** The address of a draft of the author. */
	String draft() {
		var made = mustBeDone(this.author, "POST", "/drafts", Map.of("content", "Mine"));
		return "/drafts/" + made.id();
	}

	/** Somebody has reported the author's first reply. */
	String reported() {
		mustBeDone(Somebody.with(), "POST", post() + "/reports", Map.of("reason", "spam"));
		return this.post;
	}

	/** The author acts before. */
	void author(String method, String path) {
		mustBeDone(this.author, method, path, null);
	}

	/** A moderator acts before. */
	void moderator(String method, String path) {
		mustBeDone(this.forum.moderator(), method, path, null);
	}

	/** A moderator does and says something before. */
	void moderator(String method, String path, Map<String, ?> body) {
		mustBeDone(this.forum.moderator(), method, path, body);
	}

	/** Whether the one who tries may read. */
	boolean may(String path) {
		return may("GET", path);
	}

	/** Whether the one who tries may act. */
	boolean may(String method, String path) {
		return isDone(this.forum.call(this.actor, method, path, null));
	}

	/** Whether the one who tries may do and say that. */
	boolean may(String method, String path, Map<String, ?> body) {
		return isDone(this.forum.call(this.actor, method, path, body));
	}

	/** What the one who tries is told, if anything. */
	String look(String path) {
		var reply = this.forum.get(this.actor, path);
		return isDone(reply) ? Objects.toString(reply.body()) : "";
	}

	/** What the one who tries reads in the author's reply, if anything. */
	String content() {
		return this.forum.get(this.actor, post()).data().path("content").asString("");
	}

	private static boolean isDone(Reply reply) {
		if (reply.status() >= 300 && !REFUSALS.contains(reply.status())) {
			throw new AssertionError("Neither done nor refused: " + reply);
		}
		return reply.status() < 300;
	}

	private Reply mustBeDone(Somebody somebody, String method, String path, @Nullable Object body) {
		var reply = this.forum.call(somebody, method, path, body);
		if (reply.status() >= 300) {
			throw new AssertionError("%s %s: %s".formatted(method, path, reply));
		}
		return reply;
	}

}
