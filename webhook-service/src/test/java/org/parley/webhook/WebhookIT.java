package org.parley.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.clock.MovableClock;
import org.parley.platform.test.database.SentCommands;
import org.parley.webhook.receipt.processing.FailingHandler;
import org.parley.webhook.receipt.smtp.TestCertificate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Starts the service with real servers; all subclasses share one context. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "parley.events.keys.webhook-service=QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=",
				"parley.webhooks.providers.hmac.secrets=" + WebhookIT.SECRET,
				"parley.webhooks.providers.mailjet.secrets=" + WebhookIT.LOGIN,
				"parley.webhooks.providers.postmark.secrets=" + WebhookIT.LOGIN,
				"parley.webhooks.providers.mailgun.secrets=" + WebhookIT.SECRET,
				"parley.webhooks.providers.sendgrid-parse.secrets=" + WebhookIT.LOGIN,
				"parley.events.keys.notification-service=b25seSBmb3IgdGVzdHMsIHRoaXJ0eS10d28gYnl0ZXM=",
				"parley.mail.replies.address=reply@reply.example.org", "parley.webhooks.smtp.port=0",
				"parley.webhooks.smtp.bundle=smtp", "parley.webhooks.allow-private-addresses=true",
				"parley.webhooks.allow-http=true", "parley.webhooks.timeout=3s", "parley.webhooks.connect-timeout=2s",
				"parley.webhooks.deliveries.retries=0s,50ms,50ms,50ms", "parley.webhooks.deliveries.rest=200ms",
				"parley.webhooks.deliveries.per-endpoint=2" })
@LocalStackTest
@Import({ SentCommands.class, MovableClock.class, FailingHandler.class, TestCertificate.class })
public abstract class WebhookIT {

	protected static final String SECRET = "a secret that only tests know";

	protected static final String LOGIN = "mailjet:a password that only tests know";

	@LocalServerPort
	private int port;

	@Autowired
	protected MongoTemplate mongo;

	@Autowired
	protected SentCommands commands;

	@Autowired
	protected MovableClock clock;

	@Autowired
	protected RabbitTemplate rabbit;

	protected WebhookClient api = new WebhookClient(0, SECRET);

	@BeforeEach
	void connect() {
		this.clock.reset();
		this.api = new WebhookClient(this.port, SECRET);
	}

	public int port() {
		return this.port;
	}

	/** Awaits an asynchronous effect. */
	protected static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
	}

	/** Publishes the example of an event with changed data, and returns its id. */
	protected String publish(String type, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JsonMapper.builder().build().readTree(EventContract.example(type));
		event.put("id", Ids.next());
		change.accept(event.withObject("/data"));
		send(event.toString());
		return event.path("id").stringValue();
	}

	/** Publishes an event. */
	protected void send(String event) {
		var body = event.getBytes(StandardCharsets.UTF_8);
		this.rabbit.send(Topology.lettersOf("webhooks"), Topology.AGAIN, MessageBuilder.withBody(body).build());
	}

}
