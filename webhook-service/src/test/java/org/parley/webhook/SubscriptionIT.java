package org.parley.webhook;

import java.util.List;
import java.util.Map;

import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators manage subscriptions. */
class SubscriptionIT extends WebhookIT {

	private static final Map<String, Object> GOOD = Map.of("url", "https://example.org/hook", "events",
			List.of("post.created"), "description", "Größe 🍅");

	@Test
	void subscriptionIsCreatedChangedAndRemoved() {
		var created = this.api.post("/subscriptions", GOOD);
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		assertThat(created.header("Location")).endsWith("/webhook/subscriptions/" + created.id());
		assertThat(created.data().path("secret").asString()).startsWith("whsec_");
		var path = "/subscriptions/" + created.id();
		var read = this.api.get(path);
		assertThat(read.data().path("description").asString()).isEqualTo("Größe 🍅");
		assertThat(read.data().path("owner").asString()).isEqualTo(this.api.admin().id());
		var changed = change(path, Map.of("events", List.of("thread.created", "post.edited")), read.header("ETag"));
		assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
		assertThat(changed.data().path("events").toString()).isEqualTo("[\"post.edited\",\"thread.created\"]");
		assertThat(changed.data().path("url").asString()).isEqualTo("https://example.org/hook");
		assertThat(change(path, Map.of("url", "https://example.org/2"), read.header("ETag")).status()).isEqualTo(412);
		var all = this.api.get("/subscriptions?limit=100");
		assertThat(all.data().findValuesAsString("id")).contains(created.id());
		assertThat(all.header("ETag")).isNotBlank();
		assertThat(this.api.get("/logs").header("ETag")).isNotBlank();
		assertThat(this.api.call(this.api.admin(), "DELETE", path, null).status()).isEqualTo(204);
		assertThat(this.api.get(path).code()).isEqualTo("subscription.not-found");
	}

	@Test
	void repeatedCreationReturnsNoSecret() {
		var key = Ids.next();
		var created = this.api.post("/subscriptions", GOOD, "Idempotency-Key", key);
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		var again = this.api.post("/subscriptions", GOOD, "Idempotency-Key", key);
		assertThat(again.code()).isEqualTo("idempotency.done");
		assertThat(again.toString()).doesNotContain("whsec_");
		var other = Map.of("url", "https://example.org/other", "events", List.of("thread.created"));
		assertThat(this.api.post("/subscriptions", other, "Idempotency-Key", key).code())
			.isEqualTo("idempotency.key-reused");
		this.api.call(this.api.admin(), "DELETE", "/subscriptions/" + created.id(), null);
	}

	@Test
	void subscriptionIsDisabledAndEnabled() {
		var path = "/subscriptions/" + this.api.post("/subscriptions", GOOD).id();
		var disabled = change(path, Map.of("status", "disabled"), "*");
		assertThat(disabled.data().path("status").asString()).isEqualTo("disabled");
		assertThat(disabled.data().path("reason").asString()).isNotBlank();
		assertThat(this.api.post(path + "/test", null).code()).isEqualTo("subscription.not-active");
		var enabled = change(path, Map.of("status", "active"), "*");
		assertThat(enabled.data().path("status").asString()).isEqualTo("active");
		assertThat(enabled.data().path("reason").isNull()).isTrue();
		this.api.call(this.api.admin(), "DELETE", path, null);
	}

	/** They may be more than a transaction can change in its time. */
	@Test
	void deliveriesEndOutsideOfTheTransactionThatStopsTheirSubscription() {
		var body = Map.of("url", "http://127.0.0.1:1/hook", "events", List.of("post.created"));
		var id = this.api.post("/subscriptions", body).id();
		var path = "/subscriptions/" + id;
		this.api.post(path + "/test", null);
		var delivery = new Query(Criteria.where("subscription").is(id));
		assertThat(this.mongo.exists(delivery, "deliveries")).isTrue();
		var sent = this.commands.during(() -> {
			change(path, Map.of("status", "disabled"), "*");
			assertThat(this.api.call(this.api.admin(), "DELETE", path, null).status()).isEqualTo(204);
			soon().until(() -> !this.mongo.exists(delivery, "deliveries"));
		});
		assertThat(sent.stream()
			.filter((command) -> command.containsKey("autocommit"))
			.map((command) -> command.get(command.getFirstKey()))).isNotEmpty()
			.doesNotContain(new BsonString("deliveries"));
	}

	private TestResponse change(String path, Map<String, ?> body, String tag) {
		return this.api.call(this.api.admin(), "PATCH", path, body, "If-Match", tag);
	}

}
