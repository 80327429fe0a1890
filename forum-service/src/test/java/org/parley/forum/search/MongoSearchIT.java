package org.parley.forum.search;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class MongoSearchIT extends SearchContract {

	/** A page of twenty and the documents that the database reads ahead. */
	private static final int READ_AHEAD = 50;

	@Autowired
	private MongoSearch search;

	@Override
	Search search() {
		return this.search;
	}

	@Override
	void age(SearchHit hit, Duration by) {
		var collection = (hit.kind() == SearchHit.Kind.POST) ? "posts" : "threads";
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(hit.id())),
				Update.update("createdAt", hit.createdAt().minus(by)), collection);
	}

	@ParameterizedTest
	@CsvSource({ "tomatoes, TEXT_MATCH", "tomatoes author:%s tag:balcony, TEXT_MATCH", "author:%s, IXSCAN",
			"author:%s tag:balcony before:2100-01-01, IXSCAN", "author:%s is:unanswered, IXSCAN", "tag:balcony, IXSCAN",
			"category:%s, IXSCAN", "tag:balcony category:%s is:unanswered, IXSCAN", "category:%s is:unanswered, IXSCAN",
			"category:%s is:solved after:2020-01-01, IXSCAN" })
	void everyQueryUsesIndex(String query, String stage) {
		var author = TestUser.with();
		var category = this.forum.category();
		this.forum.thread(author, category);
		var name = query.contains("author:%s") ? author.username() : category;
		for (var explained : explained(query.formatted(name))) {
			assertThat(explained.stages()).as(query).contains(stage).doesNotContain("COLLSCAN");
			if (stage.equals("IXSCAN")) {
				assertThat(explained.stages()).as(query).doesNotContain("SORT");
			}
		}
	}

	@Test
	void operatorsAloneReadOnlyOnePage() {
		var author = TestUser.with();
		var category = this.forum.category();
		var thread = this.forum.thread(author, category);
		IntStream.range(0, 100).forEach((_) -> this.forum.reply(author, thread));
		IntStream.range(0, 100).forEach((_) -> this.forum.thread(author, category));
		for (var query : List.of("author:" + author.username(), "category:" + category)) {
			assertThat(explained(query)).singleElement().satisfies((explained) -> {
				assertThat(explained.keysExamined()).isBetween(1, READ_AHEAD);
				assertThat(explained.documentsExamined()).isLessThanOrEqualTo(READ_AHEAD);
			});
		}
	}

	private List<QueryExplanation> explained(String query) {
		return this.commands.during(() -> assertThat(get(query)).isEqualTo(200))
			.stream()
			.filter(MongoSearchIT::isSearch)
			.map((command) -> QueryExplanation.of(this.mongo, command))
			.toList();
	}

	private int get(String query) {
		return this.forum.get(GUEST, "/threads/search?limit=20&q=" + query.replace(" ", "%20")).status();
	}

	private static boolean isSearch(BsonDocument command) {
		return Stream.of("threads", "posts")
			.map(BsonString::new)
			.anyMatch((collection) -> collection.equals(command.get("aggregate")));
	}

}
