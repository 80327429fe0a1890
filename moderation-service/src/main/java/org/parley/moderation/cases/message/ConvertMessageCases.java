package org.parley.moderation.cases.message;

import java.util.List;

import org.bson.Document;
import org.parley.moderation.cases.ModerationCase;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Gives cases about messages from before messages were checked the grounds that all cases
 * have. Rooms of that time are taken for those of a category, which no public list shows.
 */
@Component
class ConvertMessageCases implements InitializingBean {

	private static final Document PLACE = new Document("$switch",
			new Document("branches", List.of(branch("room", "rooms-limited"), branch("group", "groups")))
				.append("default", "direct"));

	private static final Document GROUNDS = new Document("post",
			new Document("_id", "$message._id").append("number", new Document("$toInt", "$message.seq"))
				.append("author", "$message.author"))
		.append("thread",
				new Document("_id", "$message.conversation._id").append("slug", "")
					.append("title", "")
					.append("category", new Document("_id", PLACE).append("slug", PLACE))
					.append("author", "$message.author"))
		.append("revision", new Document("post", "$message.version").append("title", new Document("$toLong", 0)))
		.append("content", "$message.text")
		.append("reasons", "$message.reasons");

	private final MongoOperations mongo;

	ConvertMessageCases(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var converted = new Document("grounds", GROUNDS).append("context", "$message.context");
		this.mongo.updateMulti(new Query(Criteria.where("message").exists(true)),
				AggregationUpdate
					.from(List.of((_) -> new Document("$set", converted), (_) -> new Document("$unset", "message"))),
				ModerationCase.class);
	}

	private static Document branch(String kind, String place) {
		return new Document("case", new Document("$eq", List.of("$message.conversation.kind", kind))).append("then",
				place);
	}

}
