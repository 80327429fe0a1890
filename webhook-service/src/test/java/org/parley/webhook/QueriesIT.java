package org.parley.webhook;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.platform.web.paging.Cursor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every query uses an index: the test calls the API, and explains all recorded queries.
 */
class QueriesIT extends WebhookIT {

	private static final Set<String> EXPLAINED = Set.of("find", "findAndModify", "update", "delete", "aggregate",
			"count");

	private static final Set<String> OURS = Set.of("receipts", "subscriptions", "deliveries", "forum_categories",
			"forum_threads", "forum_posts");

	@Test
	void queriesUseIndexes() {
		var sent = this.commands.during(this::callApi).stream().filter(QueriesIT::isOurs).toList();
		assertThat(sent).extracting((command) -> command.getFirstKey() + " " + target(command))
			.contains("find receipts", "findAndModify receipts", "update receipts", "find subscriptions",
					"find deliveries", "update deliveries", "update forum_categories", "update forum_threads");
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	@Test
	void collectionsWithRetentionHaveTtlIndex() {
		for (var collection : List.of("receipts", "deliveries", "forum_posts")) {
			assertThat(this.mongo.indexOps(collection).getIndexInfo()).as(collection)
				.anyMatch((index) -> index.getExpireAfter().isPresent());
		}
	}

	private void callApi() {
		var receipt = this.api.sendWebhook("evt-" + Ids.next(), "{}", this.clock.instant());
		this.api.post("/hmac", "{}");
		soon().untilAsserted(() -> assertThat(this.api.get("/logs/" + receipt.id()).data().path("status").asString())
			.isEqualTo("processed"));
		this.api.post("/logs/" + receipt.id() + "/replay", null);
		for (var query : List.of("", "?provider=hmac", "?status=failed", "?provider=hmac&status=processed",
				"?type=order.paid", "?since=2026-01-01T00:00:00Z", "?type=x&since=2026-01-01T00:00:00Z")) {
			var cursor = this.api.get("/logs" + query + (query.isEmpty() ? "?" : "&") + "limit=1")
				.body()
				.at("/meta/pagination/next")
				.asString("");
			if (!cursor.isEmpty()) {
				this.api.get("/logs" + query + (query.isEmpty() ? "?" : "&") + "cursor=" + cursor);
			}
		}
		var created = this.api.subscribe("http://127.0.0.1:1/nobody", "thread.created");
		var path = "/subscriptions/" + created.id();
		publish("category.created", (data) -> {
		});
		publish("thread.locked", (data) -> {
		});
		publish("thread.created", (data) -> {
		});
		soon().untilAsserted(() -> assertThat(this.api.get(path + "/deliveries").data()).isNotEmpty());
		this.api.get(path + "/deliveries?status=failed");
		var cursor = Cursor.next("redelivery", Ids.next()).encoded();
		for (var range : List.of(Map.of("from", "2026-01-01T00:00:00Z"),
				Map.of("from", "2026-01-01T00:00:00Z", "until", "2999-01-01T00:00:00Z", "cursor", cursor))) {
			assertThat(this.api.post(path + "/redeliver", range).status()).isEqualTo(202);
		}
		this.api.get("/subscriptions?limit=1");
		this.api.call(this.api.admin(), "PATCH", path, Map.of("status", "disabled"));
		this.api.call(this.api.admin(), "DELETE", path, null);
	}

	private static boolean isOurs(BsonDocument command) {
		return EXPLAINED.contains(command.getFirstKey()) && OURS.contains(target(command));
	}

	private static String target(BsonDocument command) {
		var target = command.get(command.getFirstKey());
		return (target != null && target.isString()) ? target.asString().getValue() : "";
	}

}
