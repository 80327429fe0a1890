package org.parley.auth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@AuthTest
class ExportIT extends Scene {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private EventSecretCipher eventSecretCipher;

	@Test
	void exportIsCompleteOnceAllServicesAnswered() {
		var somebody = this.api.register();
		var first = export(somebody);
		assertThat(first.status()).isEqualTo(202);
		assertThat(first.header("Retry-After")).isEqualTo("5");
		var id = this.postbox.about(somebody.id(), "export.requested").at("/data/exportId").asString();
		await().until(() -> awaited(somebody), others()::equals);

		others().stream()
			.filter((service) -> !service.equals("forum-service"))
			.forEach((service) -> tell(somebody, id, service, 1, null));
		tell(somebody, id, "forum-service", 3, null);
		tell(somebody, id, "forum-service", 2, "{\"kind\":\"posts\",\"items\":[{\"content\":\"second\"}]}");
		await().until(() -> awaited(somebody), List.of("forum-service")::equals);
		tell(somebody, id, "forum-service", 1, "{\"kind\":\"posts\",\"items\":[{\"content\":\"first\"}]}");

		var copy = await().until(() -> export(somebody), (answer) -> answer.status() == 200);
		assertThat(copy.header("Content-Disposition")).isEqualTo("attachment; filename=\"parley-export.json\"");
		assertThat(copy.header("Cache-Control")).contains("no-store");
		assertThat(copy.body().path("missing")).isEmpty();
		assertThat(items(copy, "auth-service", "account").path(0).path("email").asString())
			.isEqualTo(somebody.username() + "@example.com");
		assertThat(items(copy, "auth-service", "sessions")).hasSize(1);
		assertThat(items(copy, "auth-service", "audit")).isNotEmpty();
		assertThat(copy.body().toString()).doesNotContain("passwordHash", "argon2", "secret");
		assertThat(copy.body().findValuesAsString("content")).containsExactly("first", "second");
	}

	@Test
	void storedPartsAreEncrypted() {
		var somebody = this.api.register();
		export(somebody);
		await().until(() -> awaited(somebody), others()::equals);
		assertThat(this.mongo.findAll(Document.class, "export_parts").toString()).doesNotContain(somebody.username());
		assertThat(this.postbox.all(somebody.id(), "export.part")).isNotEmpty()
			.noneMatch((part) -> part.path("data").toString().contains(somebody.username()));
	}

	@Test
	void exportIsRequestedOncePerDay() {
		var somebody = this.api.register();
		export(somebody);
		export(somebody);
		this.clock.move(Duration.ofHours(23));
		export(somebody);
		assertThat(this.postbox.about(somebody.id(), "export.requested")).isNotNull();
		assertThat(this.postbox.all(somebody.id(), "export.requested")).hasSize(1);
		this.clock.move(Duration.ofHours(1));
		assertThat(export(somebody).status()).isEqualTo(202);
		assertThat(this.postbox.about(somebody.id(), "export.requested", 2)).isNotNull();
	}

	@Test
	void overdueExportNamesMissingServices() {
		var somebody = this.api.register();
		export(somebody);
		await().until(() -> awaited(somebody), others()::equals);
		this.clock.move(Duration.ofMinutes(10));
		var copy = export(somebody);
		assertThat(copy.status()).isEqualTo(200);
		assertThat(copy.body().path("missing")).extracting(JsonNode::asString).containsExactlyElementsOf(others());
		assertThat(items(copy, "auth-service", "account")).hasSize(1);
	}

	@Test
	void partsThatStillArriveAreAwaited() {
		var somebody = this.api.register();
		export(somebody);
		await().until(() -> awaited(somebody), others()::equals);
		var id = this.postbox.about(somebody.id(), "export.requested").at("/data/exportId").asString();
		this.clock.move(Duration.ofMinutes(9));
		tell(somebody, id, "forum-service", 1, "{\"kind\":\"posts\",\"items\":[]}");
		await().until(() -> this.mongo.getCollection("export_parts")
			.countDocuments(new Document("exportId", id).append("service", "forum-service")) == 1);
		this.clock.move(Duration.ofMinutes(9));
		assertThat(export(somebody).status()).isEqualTo(202);
		this.clock.move(Duration.ofMinutes(1));
		assertThat(export(somebody).status()).isEqualTo(200);
	}

	@Test
	void partsOfUnknownExportAreIgnored() {
		var somebody = this.api.register();
		var other = this.api.register();
		export(somebody);
		var id = this.postbox.about(somebody.id(), "export.requested").at("/data/exportId").asString();
		tell(other, id, "forum-service", 1, "{\"kind\":\"posts\",\"items\":[]}");
		tell(somebody, Ids.next(), "forum-service", 1, "{\"kind\":\"posts\",\"items\":[]}");
		tell(somebody, id, "summary-service", 1, null);
		await().until(() -> !awaited(somebody).contains("summary-service"));
		assertThat(this.mongo.getCollection("export_parts")
			.countDocuments(new Document("exportId", id).append("service", "forum-service"))).isZero();
	}

	@Test
	void exportNeedsFirstPartyToken() {
		assertThat(this.api.get("/api/v1/users/me/export").send().status()).isEqualTo(401);
	}

	private TestResponse export(TestUser somebody) {
		return this.api.get("/api/v1/users/me/export").as(somebody).send();
	}

	private List<String> awaited(TestUser somebody) {
		return export(somebody).data().path("awaited").values().stream().map(JsonNode::asString).toList();
	}

	private static JsonNode items(TestResponse copy, String service, String kind) {
		return copy.body()
			.path("parts")
			.values()
			.stream()
			.filter((part) -> part.path("service").asString().equals(service)
					&& part.path("kind").asString().equals(kind))
			.findFirst()
			.orElseThrow()
			.path("items");
	}

	/** As another service does. */
	private void tell(TestUser somebody, String export, String service, int number, @Nullable String content) {
		var part = (ObjectNode) JSON.readTree(EventContract.example("export.part"));
		part.put("id", Ids.next()).put("source", service).put("partitionkey", somebody.id());
		var data = (ObjectNode) part.path("data");
		data.put("exportId", export).put("userId", somebody.id()).put("number", number).remove("content");
		if (content != null) {
			data.put("content", this.eventSecretCipher.seal("auth-service", content).jwe());
		}
		assertThat(EventContract.violations(part.toString())).isEmpty();
		this.rabbit.send("auth_data.letters", "again",
				MessageBuilder.withBody(part.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

}
