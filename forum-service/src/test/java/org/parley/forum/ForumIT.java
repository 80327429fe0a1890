package org.parley.forum;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.search.index.IndexLoopRemoval;
import org.parley.platform.readmodels.account.AccountStatus;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.SentCommands;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Base of integration tests with real servers; all share one application context. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@LocalStackTest
@ExtendWith(CategoryRemoval.class)
@Import({ SentCommands.class, IndexLoopRemoval.class })
public abstract class ForumIT {

	@LocalServerPort
	private int port;

	@Autowired
	protected MongoTemplate mongo;

	@Autowired
	protected SentCommands commands;

	@Autowired
	protected Members members;

	protected ForumClient forum = new ForumClient(0);

	@BeforeEach
	void connect() {
		this.forum = new ForumClient(this.port);
	}

	public int port() {
		return this.port;
	}

	/** Bans a member as an event about the account does. */
	protected void ban(TestUser user) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(user.id())),
				Update.update("status", AccountStatus.BANNED), Member.class);
		this.members.forget();
	}

	/** Awaits an asynchronous condition. */
	protected static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
	}

}
