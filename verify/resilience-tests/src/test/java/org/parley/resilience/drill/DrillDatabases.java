package org.parley.resilience.drill;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.parley.launcher.checkout.Checkout;
import org.parley.localstack.tenant.TenantServers;
import org.parley.resilience.ledger.DatabaseRecord;
import org.parley.resilience.ledger.LedgerVote;
import org.parley.resilience.writers.DrillUsers;
import org.parley.system.ServiceDatabase;

/** The databases of auth-service and forum-service. */
public final class DrillDatabases implements AutoCloseable {

	private static final Pattern MARK = Pattern.compile(DrillUsers.MARK);

	private final ServiceDatabase auth;

	private final ServiceDatabase forum;

	DrillDatabases(DrillStage drillStage) {
		this(drillStage.auth().servers(), drillStage.forum().servers());
	}

	private DrillDatabases(TenantServers auth, TenantServers forum) {
		this.auth = new ServiceDatabase("auth-service", auth);
		this.forum = new ServiceDatabase("forum-service", forum);
	}

	/** Returns the databases of another checkout. */
	public static DrillDatabases of(Checkout checkout) {
		return new DrillDatabases(checkout.serversOf("auth-service"), checkout.serversOf("forum-service"));
	}

	/** Checks that no event is waiting in an outbox and no counter update is pending. */
	public boolean areSettled() {
		return this.auth.isEmpty("outbox") && this.forum.isEmpty("outbox") && this.forum.isEmpty("counter_entries")
				&& this.forum.isEmpty("counter_checkpoints", Filters.ne("pending", List.of()));
	}

	/**
	 * Returns the state of these threads, and all posts, users and votes created since
	 * then.
	 */
	public DatabaseRecord since(Instant start, List<String> threads) {
		var first = ServiceDatabase.createdSince(start);
		var posts = this.forum.find("posts", first, "content", "voteScore");
		var users = this.auth.find("users", first, "username");
		var heads = this.forum.find("threads", Filters.in("_id", threads), "version", "replyCount");
		var votes = this.forum.find("votes", Filters.gte("at", start), "targetId", "value");
		return new DatabaseRecord(marks(posts, users), values(heads, (head) -> head.getLong("version")),
				values(heads, (head) -> head.getInteger("replyCount")),
				votes.stream()
					.collect(Collectors.toMap(DrillDatabases::ledgerVote, (vote) -> vote.getInteger("value"))),
				values(posts, (post) -> post.getInteger("voteScore", 0)));
	}

	private static Map<String, Integer> marks(List<Document> posts, List<Document> users) {
		return Stream
			.concat(posts.stream().map((post) -> post.getString("content")),
					users.stream().map((user) -> user.getString("username")))
			.map(MARK::matcher)
			.filter((text) -> text.find())
			.collect(Collectors.toMap((text) -> text.group(), (_) -> 1, Integer::sum));
	}

	private static LedgerVote ledgerVote(Document vote) {
		var target = vote.getString("targetId");
		return new LedgerVote(vote.getString("_id").replace(":" + target, ""), target);
	}

	private static <T> Map<String, T> values(List<Document> documents, Function<Document, T> value) {
		return documents.stream().collect(Collectors.toMap((document) -> document.getString("_id"), value));
	}

	@Override
	public void close() {
		this.auth.close();
		this.forum.close();
	}

}
