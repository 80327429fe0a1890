package org.parley.webhook.privacy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.database.StoredTexts;
import org.parley.platform.test.client.TestUser;
import org.parley.webhook.WebhookIT;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class OwnDataIT extends WebhookIT {

	@Autowired
	private AmqpAdmin broker;

	@Test
	void erasedUserIsNotNamedInDeliveries() {
		var gone = Ids.next();
		var category = Ids.next();
		publish("category.created",
				(data) -> data.withObject("/category").put("id", category).put("readers", "anyone"));
		var subscription = this.api.subscribe("http://127.0.0.1:1/hook", "post.created").data();
		publish("post.created", (data) -> {
			data.withObject("/post").put("id", Ids.next());
			data.withObject("/post/author").put("id", gone).put("username", "unmistakable");
			data.withObject("/thread/category").put("id", category);
		});
		soon().until(() -> !StoredTexts.collectionsContaining(this.mongo, "unmistakable", "outbox").isEmpty());
		assertThat(StoredTexts.collectionsContaining(this.mongo, "unmistakable", "outbox"))
			.containsExactly("deliveries");
		var kit = new PersonalDataKit(this.rabbit, this.broker, "webhook.events", "webhooks");
		assertThat(kit.erase(gone)).containsEntry("deliveries", 1L);
		assertThat(StoredTexts.collectionsContaining(this.mongo, "unmistakable", "outbox")).isEmpty();
		assertThat(StoredTexts.collectionsContaining(this.mongo, "deleted user", "outbox"))
			.containsExactly("deliveries");
		this.api.call(this.api.admin(), "DELETE", "/subscriptions/" + subscription.path("id").asString(), null);
	}

	@Test
	void subscriptionsLeaveWithTheirOwner() {
		var gone = TestUser.with("user");
		var body = Map.of("url", "http://127.0.0.1:1/mine", "events", List.of("post.created"));
		var subscription = this.api.call(gone, "POST", "/subscriptions", body).id();
		this.api.call(gone, "POST", "/subscriptions/" + subscription + "/test", null);
		var kit = new PersonalDataKit(this.rabbit, this.broker, "webhook.events", "webhooks");
		assertThat(kit.export(gone.id()).toString()).contains("http://127.0.0.1:1/mine")
			.doesNotContain("secret", "jwe");
		assertThat(kit.erase(gone.id())).containsEntry("subscriptions", 1L);
		assertThat(this.api.get("/subscriptions/" + subscription).code()).isEqualTo("subscription.not-found");
		soon().untilAsserted(
				() -> assertThat(StoredTexts.collectionsContaining(this.mongo, subscription, "outbox")).isEmpty());
		assertThat(StoredTexts.collectionsContaining(this.mongo, gone.id(), "outbox")).doesNotContain("subscriptions",
				"subscription_claims", "people");
	}

}
