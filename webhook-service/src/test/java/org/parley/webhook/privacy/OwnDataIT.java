package org.parley.webhook.privacy;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.web.Ids;
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
		soon().until(() -> !found("unmistakable").isEmpty());
		assertThat(found("unmistakable")).containsExactly("deliveries");
		var kit = new PersonalDataKit(this.rabbit, this.broker, "webhook.events", "webhooks");
		assertThat(kit.erase(gone)).containsEntry("deliveries", 1L);
		assertThat(found("unmistakable")).isEmpty();
		assertThat(found("deleted user")).containsExactly("deliveries");
		this.api.call(this.api.admin(), "DELETE", "/subscriptions/" + subscription.path("id").asString(), null);
	}

	/** The names of collections that contain a text; the outbox is empty soon. */
	private List<String> found(String text) {
		return this.mongo.getCollectionNames()
			.stream()
			.filter((name) -> !name.equals("outbox"))
			.filter((name) -> this.mongo.findAll(Document.class, name)
				.stream()
				.anyMatch((document) -> document.toString().contains(text)))
			.toList();
	}

}
