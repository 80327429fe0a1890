package org.parley.media.upload;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parley.media.MediaIT;
import org.parley.media.TestPictures;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures of mails become media of their author, once, or are refused by event. */
class MailedPictureIT extends MediaIT {

	private static final Map<String, byte[]> PICTURES = new ConcurrentHashMap<>();

	private static final HttpServer WEBHOOK_SERVICE = webhookService();

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin admin;

	@DynamicPropertySource
	static void pictures(DynamicPropertyRegistry registry) {
		registry.add("parley.media.mail-pictures",
				() -> "http://127.0.0.1:" + WEBHOOK_SERVICE.getAddress().getPort() + "/internal/mail-pictures");
	}

	@AfterAll
	static void stop() {
		WEBHOOK_SERVICE.stop(0);
	}

	@Test
	void pictureBecomesMediumOfAuthorOnce() {
		var alice = aPerson();
		var id = Ids.next();
		PICTURES.put("a", TestPictures.png(300, 200));
		var event = event(alice, id, "a");
		send(event);
		var medium = settled(alice, id);
		assertThat(medium.path("state").asString()).isEqualTo("ready");
		assertThat(medium.path("purpose").asString()).isEqualTo("forum");
		assertThat(file(medium.at("/variants/0/url").asString()).statusCode()).isEqualTo(200);
		send(event.replace(JsonMapper.shared().readTree(event).path("id").asString(), Ids.next()));
		var later = Ids.next();
		send(event(alice, later, "a"));
		settled(alice, later);
		assertThat(this.api.get(alice, "/" + id).data().path("version")).isEqualTo(medium.path("version"));
	}

	@Test
	void whatIsNoPictureIsRefused() {
		var events = new PublishedEvents(this.admin, this.rabbit, "media.events", "media.refused");
		var alice = aPerson();
		PICTURES.put("text", "Hello".getBytes(StandardCharsets.UTF_8));
		PICTURES.put("large", new byte[10 * 1024 * 1024 + 1]);
		for (var source : List.of("text", "large", "gone")) {
			send(event(alice, Ids.next(), source));
		}
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(events.typesOf(alice.id())).hasSize(3));
	}

	@Test
	void otherEventsDoNotWaitForPicturesThatCannotBeHad() {
		var alice = aPerson();
		var first = Ids.next();
		var second = Ids.next();
		send(event(alice, first, "away"));
		send(event(alice, second, "away"));
		var event = (ObjectNode) JsonMapper.shared().readTree(EventContract.example("social-account.changed"));
		event.put("id", Ids.next()).withObject("/data").put("version", 1).withObject("/person").put("id", alice.id());
		send(event.toString());
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> count("private_accounts", alice.id()) == 1 && count("awaited_pictures", second) == 1);
		PICTURES.put("away", TestPictures.png(300, 200));
		this.clock.move(Duration.ofHours(2));
		wakeWorkers();
		assertThat(settled(alice, first).path("state").asString()).isEqualTo("ready");
		assertThat(settled(alice, second).path("state").asString()).isEqualTo("ready");
		PICTURES.remove("away");
	}

	@Test
	void pictureThatCannotBeHadForADayIsLeftOut() {
		var alice = aPerson();
		var id = Ids.next();
		send(event(alice, id, "away"));
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count("awaited_pictures", id) == 1);
		this.clock.move(Duration.ofDays(1));
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
			wakeWorkers();
			return count("awaited_pictures", id) == 0;
		});
		assertThat(this.api.get(alice, "/" + id).status()).isEqualTo(404);
	}

	private long count(String collection, String id) {
		return this.mongo.getCollection(collection).countDocuments(new Document("_id", id));
	}

	private static String event(TestUser author, String mediaId, String source) {
		var event = (ObjectNode) JsonMapper.shared().readTree(EventContract.example("post.mailed"));
		event.put("id", Ids.next()).put("partitionkey", author.id());
		event.withObject("/data").put("authorId", author.id());
		event.withObject("/data")
			.set("pictures",
					JsonMapper.shared()
						.valueToTree(List.of(Map.of("mediaId", mediaId, "source",
								"eyJhbGciOiJkaXIifQ..q83vEjRWeJASNFZ4.%s.AQIDBAUGBwgJCgsMDQ4PEA".formatted(source)))));
		assertThat(EventContract.violations(event.toString())).isEmpty();
		return event.toString();
	}

	private void send(String event) {
		var body = event.getBytes(StandardCharsets.UTF_8);
		this.rabbit.send(Topology.lettersOf("media_work"), Topology.AGAIN, MessageBuilder.withBody(body).build());
	}

	/** Answers like webhook-service. */
	private static HttpServer webhookService() {
		try {
			var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/internal/mail-pictures/", (exchange) -> {
				var name = exchange.getRequestURI().getPath().split("\\.", -1)[3];
				var picture = PICTURES.get(name);
				exchange.getResponseHeaders().add("Content-Type", "image/png");
				var missing = name.equals("away") ? 503 : 404;
				exchange.sendResponseHeaders((picture != null) ? 200 : missing,
						(picture != null) ? picture.length : -1);
				if (picture != null) {
					exchange.getResponseBody().write(Objects.requireNonNull(picture));
				}
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
