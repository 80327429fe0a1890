package org.parley.summary;

import java.time.Duration;
import java.time.Instant;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.database.SentCommands;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Base of the integration tests, with one shared context. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@LocalStackTest
@Import(SentCommands.class)
public abstract class SummaryIT {

	@LocalServerPort
	private int port;

	@Autowired
	protected MongoTemplate mongo;

	@Autowired
	protected SentCommands commands;

	@Autowired
	protected RabbitTemplate rabbit;

	@Autowired
	protected JsonMapper json;

	protected SummaryClient client = new SummaryClient(0);

	protected FakeForum forum = new FakeForum((_) -> {
	});

	@BeforeEach
	void connect() {
		this.client = new SummaryClient(this.port);
		this.forum = FakeForum.at(this.rabbit);
	}

	public int port() {
		return this.port;
	}

	/** Waits up to 20 seconds for a condition. */
	protected static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
	}

	/** Makes a requested summary old enough to wait for posts no longer. */
	protected void endWaitForPosts(String thread) {
		var job = Query.query(Criteria.where("_id").is(thread));
		this.mongo.updateFirst(job, Update.update("requestedAt", Instant.EPOCH), "jobs");
	}

	/** Waits until the service has handled all events so far. */
	protected void awaitEventsHandled() {
		var thread = this.forum.thread(this.forum.category("anyone"), "A marker.");
		eventually().until(() -> this.mongo.exists(Query.query(Criteria.where("threadId").is(thread)), "posts"));
	}

}
