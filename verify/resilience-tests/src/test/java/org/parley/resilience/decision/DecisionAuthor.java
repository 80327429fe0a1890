package org.parley.resilience.decision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.process.LauncherException;
import org.parley.resilience.writers.DrillUser;
import org.parley.resilience.writers.PagedList;
import org.parley.resilience.writers.RepeatedRequest;
import tools.jackson.databind.JsonNode;

/** An author of texts with a listed word, and the expected effects of the decisions. */
final class DecisionAuthor {

	/** The development policy flags this word. */
	private static final String LISTED = "flagmeplease ";

	private final String username;

	private final DrillUser user;

	private final DecisionPlaces places;

	private final AtomicInteger marks = new AtomicInteger();

	private final Queue<DecidedContent> decided = new ConcurrentLinkedQueue<>();

	private DecisionAuthor(String username, DrillUser user, DecisionPlaces places) {
		this.username = username;
		this.user = user;
		this.places = places;
	}

	/** Chat-service learns of new accounts by events. */
	static DecisionAuthor register(GatewayClient gateway, String username, DecisionPlaces places) {
		var session = DrillUser.register(gateway.guest(), username).is(201);
		var user = DrillUser.registered(gateway, username, session);
		var path = "/chat/conversations/" + places.room() + "/join";
		if (RepeatedRequest.untilAccepted(user, (caller) -> caller.post(path)).isEmpty()) {
			throw new LauncherException(username + " could not enter the room");
		}
		return new DecisionAuthor(username, user, places);
	}

	/** Starts a thread, posts or sends a message; empty if it was not accepted. */
	Optional<Written> write() {
		var mark = this.username + "-" + this.marks.incrementAndGet();
		var text = LISTED + mark;
		return switch (ThreadLocalRandom.current().nextInt(3)) {
			case 0 -> write(mark, "/threads", "/threads/",
					Map.of("category", this.places.category(), "title", mark, "content", text));
			case 1 -> write(mark, "/social/posts", "/social/posts/", Map.of("text", text, "visibility", "public"));
			default -> write(mark, "/chat/conversations/" + this.places.room() + "/messages", "/chat/messages/",
					Map.of("text", text, "clientId", mark));
		};
	}

	private Optional<Written> write(String mark, String path, String created, Map<String, String> body) {
		return RepeatedRequest
			.untilAccepted(this.user, (caller) -> caller.with("Idempotency-Key", mark).post(path, body))
			.map((answer) -> answer.text("/data/id"))
			.map((id) -> new Written(mark, created + id, id));
	}

	/** Finds the statement of the last decision about a text. */
	Optional<String> findStatement(String id) {
		return statements().stream()
			.filter((statement) -> isAbout(statement, id))
			.findFirst()
			.map((statement) -> statement.path("id").asString());
	}

	/** Appeals; if an earlier request did so, it is accepted too. */
	boolean appeal(String statement) {
		var path = "/moderation/statements/" + statement;
		return RepeatedRequest.untilAccepted(this.user, (caller) -> {
			var answer = caller.post(path + "/appeal", Map.of("text", "Please read it again."));
			return (answer.status() == 409) ? caller.get(path) : answer;
		}).isPresent();
	}

	void expect(DecidedContent content) {
		this.decided.add(content);
	}

	/** Returns what the API shows of each decided text. */
	List<DecisionRecord> records() {
		var statements = statements();
		var links = PagedList.read(this.user, "/notifications?kind=moderation")
			.stream()
			.map((notification) -> notification.path("link").asString(""))
			.toList();
		return this.decided.stream().map((content) -> shown(content, statements, links)).toList();
	}

	private DecisionRecord shown(DecidedContent content, List<JsonNode> statements, Collection<String> links) {
		var own = statements.stream().filter((statement) -> isAbout(statement, content.id())).toList();
		var told = own.stream()
			.flatMap((statement) -> links.stream()
				.filter(("/settings/statements/" + statement.path("id").asString())::equals))
			.count();
		return new DecisionRecord(content, isShown(content.path()), own.stream()
			.map((statement) -> statement.path("restriction").asString() + ":" + statement.path("status").asString())
			.toList(), (int) told);
	}

	/** A thread whose first post is hidden does not exist for its author. */
	private boolean isShown(String path) {
		return RepeatedRequest.once(this.user, (caller) -> caller.get(path))
			.filter((answer) -> answer.status() == 200)
			.map((answer) -> answer.text("/data/status"))
			.filter((status) -> Stream.of("open", "active").anyMatch(status::equals))
			.isPresent();
	}

	private List<JsonNode> statements() {
		return PagedList.read(this.user, "/moderation/statements");
	}

	private static boolean isAbout(JsonNode statement, String id) {
		return Stream.of("postId", "threadId").anyMatch((name) -> statement.path(name).asString("").equals(id));
	}

	/**
	 * A text that was accepted.
	 *
	 * @param mark the mark in the text
	 * @param path the path of the text in the API
	 * @param id the id of the thread, post or message
	 */
	record Written(String mark, String path, String id) {
	}

}
