package org.parley.social;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.clock.MovableClock;
import org.parley.platform.test.database.SentCommands;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts the service with real servers; all subclasses share one context. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "social.feed.written-followers=6", "social.feed.kept=12", "social.feed.filled=3" })
@LocalStackTest
@Import({ SentCommands.class, MovableClock.class })
public abstract class SocialServiceIT {

	@LocalServerPort
	private int port;

	@Autowired
	protected MongoTemplate mongo;

	@Autowired
	protected SentCommands commands;

	@Autowired
	protected MovableClock clock;

	@Autowired
	protected AmqpAdmin broker;

	@Autowired
	protected RabbitTemplate rabbit;

	protected TestClient api = new TestClient("");

	@BeforeEach
	void connect() {
		this.clock.reset();
		this.api = new TestClient("http://127.0.0.1:" + this.port + "/api/v1/social");
	}

	public int port() {
		return this.port;
	}

	/** A person whom the service knows, because they have made their account public. */
	protected TestUser aPerson(String... roles) {
		var person = TestUser.with(roles);
		setPrivate(person, false);
		return person;
	}

	protected TestUser aPrivatePerson() {
		var person = aPerson();
		setPrivate(person, true);
		return person;
	}

	protected void setPrivate(TestUser person, boolean closed) {
		var set = this.api.put(person, "/preferences", Map.of("privateAccount", closed));
		assertThat(set.status()).as(set.toString()).isEqualTo(200);
	}

	protected TestResponse follow(TestUser follower, TestUser followee) {
		return this.api.put(follower, person(followee) + "/follow", null);
	}

	protected TestResponse unfollow(TestUser follower, TestUser followee) {
		return this.api.delete(follower, person(followee) + "/follow");
	}

	protected TestResponse block(TestUser blocker, TestUser blocked) {
		return this.api.put(blocker, person(blocked) + "/block", null);
	}

	protected TestResponse approve(TestUser followee, TestUser follower) {
		return this.api.put(followee, "/people/me/requests/" + follower.username(), null);
	}

	protected void isFollowedBy(TestUser followee, TestUser... followers) {
		for (var follower : followers) {
			assertThat(follow(follower, followee).data().path("following").asString()).isEqualTo("following");
		}
	}

	protected static String person(TestUser person) {
		return "/people/" + person.username();
	}

	/** A post; returns its id. */
	protected String aPost(TestUser author, String visibility) {
		return aPost(author, visibility, "My tomatoes are ripe");
	}

	protected String aPost(TestUser author, String visibility, String text) {
		var created = this.api.post(author, "/posts", Map.of("text", text, "visibility", visibility));
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		return created.id();
	}

	protected String aComment(TestUser author, String post) {
		var created = comment(author, post, null);
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		return created.id();
	}

	protected TestResponse comment(TestUser author, String post, @Nullable String replyTo) {
		var body = new HashMap<String, Object>(Map.of("text", "So are mine"));
		if (replyTo != null) {
			body.put("replyTo", replyTo);
		}
		return this.api.post(author, "/posts/" + post + "/comments", body);
	}

	protected TestResponse react(TestUser person, String target, String kind) {
		return this.api.put(person, target + "/reaction", Map.of("kind", kind));
	}

	/** The ids in the first page of a list. */
	protected List<String> ids(TestUser reader, String path) {
		var page = this.api.get(reader, path + (path.contains("?") ? "&" : "?") + "limit=100");
		assertThat(page.status()).as(page.toString()).isEqualTo(200);
		return page.body().path("data").valueStream().map((item) -> item.path("id").asString()).toList();
	}

	/** Waits until a feed begins with these posts. */
	protected void feedBecomes(TestUser owner, String... posts) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(ids(owner, "/feed")).containsExactly(posts));
	}

	/** Waits until a post is written to all feeds, from the event of its creation on. */
	protected void awaitWritten(String post, PublishedEvents events) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(events.of(post)).isNotEmpty()
				.extracting((event) -> "social_feed:" + event.path("id").asString())
				.allMatch((id) -> this.mongo.exists(new Query(Criteria.where("_id").is(id)), "inbox")));
		noRoundIsLeft(post);
	}

	/** Waits until no round with a post is in progress. */
	protected void noRoundIsLeft(String post) {
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.mongo.findById(post, org.bson.Document.class, "feed_rounds")).isNull());
	}

	/** Makes the next request compute the list of the best posts anew. */
	protected void forgetTopPosts() {
		this.mongo.remove(new Query(), "rankings");
	}

	/** Requires a refusal with a status and code. */
	protected static void refused(TestResponse response, int status, String code) {
		assertThat(response.status()).as(response.toString()).isEqualTo(status);
		assertThat(response.code()).isEqualTo(code);
	}

}
