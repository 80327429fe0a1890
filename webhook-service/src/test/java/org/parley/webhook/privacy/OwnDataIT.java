package org.parley.webhook.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.database.StoredTexts;
import org.parley.platform.test.client.TestUser;
import org.parley.webhook.WebhookIT;
import org.parley.webhook.delivery.WebhookDelivery;
import org.parley.webhook.delivery.WebhookMessage;
import org.parley.webhook.visibility.MessageSource;
import org.parley.webhook.visibility.MessageSubject;

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
			data.withObject("/thread/author").put("id", gone).put("username", "unmistakable");
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
	void deliveriesOfTextsLeaveWithTheirAuthor() {
		var gone = Ids.next();
		var own = delivery(MessageSource.SOCIAL, "unmistakable text", gone, gone);
		var post = delivery(MessageSource.FORUM, "unmistakable text of a post", gone, gone);
		var other = delivery(MessageSource.SOCIAL, "A comment below it", Ids.next(), gone);
		var kit = new PersonalDataKit(this.rabbit, this.broker, "webhook.events", "webhooks");
		assertThat(kit.erase(gone)).containsEntry("deliveries", 3L);
		assertThat(this.mongo.findById(own, WebhookDelivery.class)).isNull();
		assertThat(this.mongo.findById(post, WebhookDelivery.class)).isNull();
		assertThat(this.mongo.findById(other, WebhookDelivery.class)).isNotNull();
		assertThat(StoredTexts.collectionsContaining(this.mongo, "unmistakable text", "outbox")).isEmpty();
	}

	private String delivery(MessageSource source, String text, String author, String named) {
		var subject = new MessageSubject(source, null, Ids.next(), null, true, Set.of(author), Set.of(), 0L);
		var message = new WebhookMessage(Ids.next(), "a-text.created", Instant.now(), subject, Set.of(named),
				"{\"text\": \"%s\"}".formatted(text));
		return this.mongo.insert(WebhookDelivery.of(Ids.next(), message, Instant.now())).id();
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
