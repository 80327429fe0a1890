package org.parley.auth;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The audit of what administrators do in other services. */
@AuthTest
class AdministratorActIT extends Scene {

	private static final String OWN = "/api/v1/users/me/audit";

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void reportedActIsRecordedOnceWithTimeAndCorrelation() {
		var by = Ids.next();
		var event = act(by, (_) -> {
		});
		send(event);
		send(event);
		send(act(by, (data) -> data.put("act", "category-removed")));
		await().untilAsserted(() -> assertThat(records(by, "category-removed").path("data")).hasSize(1));
		var record = records(by, "category-created").path("data");
		assertThat(record).hasSize(1);
		assertThat(record.path(0).path("by").asString()).isEqualTo(by);
		assertThat(record.path(0).path("detail").asString()).isEqualTo("garden");
		assertThat(record.path(0).path("at").asString()).isEqualTo(event.at("/data/at").asString());
		assertThat(record.path(0).path("correlationId").asString()).isEqualTo(event.path("correlationid").asString());
	}

	@Test
	void actOfNewerServiceIsListed() {
		var by = Ids.next();
		send(act(by, (data) -> data.put("act", "moon-landed")));
		await()
			.untilAsserted(() -> assertThat(records(by, null).at("/data/0/act").asString()).isEqualTo("moon-landed"));
	}

	@Test
	void actOfErasedAdministratorIsRecordedById() {
		var by = Ids.next();
		this.mongo.insert(new Document("_id", by).append("round", 4), "personal_erasures");
		send(act(by, (_) -> {
		}));
		await().untilAsserted(() -> assertThat(records(by, null).at("/data/0/by").asString()).isEqualTo(by));
	}

	@Test
	void affectedUserSeesNoAdministrator() {
		var somebody = this.api.register();
		var by = Ids.next();
		send(act(by, (data) -> data.put("act", "moderator-appointed").put("userId", somebody.id())));
		await().untilAsserted(
				() -> assertThat(own(somebody).at("/data/0/act").asString()).isEqualTo("moderator-appointed"));
		assertThat(own(somebody).at("/data/0/byOthers").asBoolean()).isTrue();
		assertThat(own(somebody).toString()).doesNotContain(by);
	}

	private JsonNode own(TestUser somebody) {
		return this.api.get(OWN).as(somebody).send().body();
	}

	private JsonNode records(String user, @Nullable String act) {
		var filter = (act != null) ? "&act=" + act : "";
		return this.api.get("/api/v1/admin/audit?user=" + user + filter).as(this.api.admin()).send().body();
	}

	/** An event as another service sends it: a category was created. */
	private static ObjectNode act(String by, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JsonMapper.shared().readTree(EventContract.example("administrator.acted"));
		event.put("id", Ids.next()).put("subject", by).put("partitionkey", by);
		var data = event.withObject("/data").put("act", "category-created").put("by", by);
		data.remove("userId");
		change.accept(data);
		return event;
	}

	private void send(ObjectNode event) {
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send("auth_data.letters", "again",
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

}
