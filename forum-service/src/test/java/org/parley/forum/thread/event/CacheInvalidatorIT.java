package org.parley.forum.thread.event;

import java.time.Instant;
import java.util.Locale;

import org.bson.BsonTimestamp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.ForumIT;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.outbox.OutboxRecord;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Tests a writer that crashes after the commit and before it invalidates the cache. */
class CacheInvalidatorIT extends ForumIT {

	@Autowired
	@Qualifier("outboxRelay")
	private ClusterLoop relay;

	@Autowired
	private JsonMapper json;

	private String thread = "";

	private String category = "";

	@BeforeEach
	void cacheThread() {
		this.category = this.forum.category();
		this.thread = this.forum.thread(TestUser.with(), this.category);
		soon().untilAsserted(() -> assertThat(this.mongo.count(new Query(), "outbox")).isZero());
		soon().until(() -> title().equals(title()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "thread.edited", "post.edited", "votes.changed" })
	void eventInvalidatesCachedThread(String type) {
		var before = title();
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(this.thread)), Update.update("title", "Changed"),
				ForumThread.class);
		assertThat(title()).isEqualTo(before);
		leave(type, this.thread);
		soon().untilAsserted(() -> assertThat(title()).isEqualTo("Changed"));
	}

	@Test
	void categoryEventInvalidatesLists() {
		assertThat(title()).isNotEmpty();
		var renamed = "c" + Ids.next().substring(12).toLowerCase(Locale.ROOT);
		this.mongo.updateFirst(new Query(Criteria.where("slug").is(this.category)), Update.update("slug", renamed),
				"categories");
		leave("category.changed", "01KAG2T1A3B5C7D9E1F3G5H7J9");
		soon().untilAsserted(() -> assertThat(list(renamed).path("category").asString()).isEqualTo(renamed));
	}

	private String title() {
		return list(this.category).path("title").asString();
	}

	private JsonNode list(String slug) {
		return this.forum.get(GUEST, "/threads?category=" + slug).data().path(0);
	}

	/** Stores an event as an instance leaves it that crashes after its commit. */
	private void leave(String type, String key) {
		var id = Ids.next();
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		event.put("id", id).put("partitionkey", key);
		this.mongo.insert(new OutboxRecord(id, new BsonTimestamp(), 0, key, type, Instant.now(), event.toString(),
				OutboxRecord.State.WAITING, 0, null, null));
		this.relay.signal();
	}

}
