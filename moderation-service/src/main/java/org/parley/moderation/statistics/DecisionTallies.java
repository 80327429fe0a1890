package org.parley.moderation.statistics;

import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.policy.HarmCategory;
import org.parley.moderation.statement.Statement;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.stereotype.Component;

/**
 * Counts decisions, their agreement and their appeals in the database. A reversed
 * dismissal, whose case is open again, is not counted.
 */
@Component
class DecisionTallies {

	private static final String DECIDED_AT = "ruling.at";

	private static final String ISSUED_AT = "issuedAt";

	private static final Document DISMISSED = isEqual("$ruling.decision", "DISMISS");

	private static final Document RESTRICTED = isNot("$ruling.decision", "DISMISS");

	/**
	 * Whether the model has objected: reasons that are categories of harm are its own.
	 */
	private static final Document RATED = new Document("$gt", List
		.of(new Document("$size", new Document("$setIntersection", List.of("$grounds.reasons", HarmCategory.IDS))), 0));

	private final MongoOperations mongo;

	DecisionTallies(MongoOperations mongo) {
		this.mongo = mongo;
	}

	List<DecisionTally> countDecisions(TallyKey key, StatisticsPeriod period) {
		var decided = range(DECIDED_AT, period).append(key.inCases(), new Document("$exists", true));
		if (period.moderatorId() != null) {
			decided.append(TallyKey.MODERATOR.inCases(), period.moderatorId());
		}
		var counted = byKey(key.inCases()).append("by", new Document("$first", "$ruling.by"))
			.append("decisions", new Document("$sum", 1))
			.append("dismissed", count(DISMISSED))
			.append("reversed", count(isPresent("$reversal")))
			.append("seconds", percentiles())
			.append("rated", count(RATED))
			.append("confirmed", count(new Document("$and", List.of(RATED, RESTRICTED))));
		return this.mongo
			.aggregate(Aggregation.newAggregation(stage("$match", decided), stage("$group", counted)),
					ModerationCase.class, DecisionTally.class)
			.getMappedResults();
	}

	/**
	 * Compares the decisions of different moderators about the same text. Texts are
	 * compared by their hashes; contents without words, or of erased people, are not
	 * compared.
	 */
	List<AgreementTally> countAgreement(TallyKey key, StatisticsPeriod period) {
		var decided = range(DECIDED_AT, period).append(key.inCases(), new Document("$exists", true))
			.append("grounds.content", new Document("$ne", ""));
		var ofWhom = (period.moderatorId() != null) ? new Document("one.by", period.moderatorId()) : new Document();
		var pipeline = Aggregation.newAggregation(stage("$match", decided), stage("$group", bySameDecision(key)),
				stage("$group", byText()), stage("$set", new Document("one", "$all")), unwind("$one"),
				stage("$match", ofWhom), stage("$set", new Document("others", others(isNot("$$other.by", "$one.by")))),
				stage("$match", new Document("others.0", new Document("$exists", true))),
				stage("$group", byComparison()));
		return this.mongo.aggregate(pipeline, ModerationCase.class, AgreementTally.class).getMappedResults();
	}

	/** Counts appeals against decisions that were stated in the period. */
	List<AppealTally> countAppeals(TallyKey key, StatisticsPeriod period) {
		var stated = range(ISSUED_AT, period).append(key.inStatements(), new Document("$exists", true));
		if (period.moderatorId() != null) {
			stated.append(TallyKey.MODERATOR.inStatements(), period.moderatorId());
		}
		var answered = new Document("$in", List.of("$appeal.status", List.of("UPHELD", "OVERTURNED")));
		var counted = byKey(key.inStatements()).append("filed", count(isPresent("$appeal")))
			.append("answered", count(new Document("$and", List.of(isPresent("$appeal"), answered))))
			.append("overturned", count(isEqual("$appeal.status", "OVERTURNED")));
		return this.mongo
			.aggregate(Aggregation.newAggregation(stage("$match", stated), stage("$group", counted)), Statement.class,
					AppealTally.class)
			.getMappedResults();
	}

	/** Equal decisions of a moderator about a text, with their number. */
	private static Document bySameDecision(TallyKey key) {
		var same = new Document("text", new Document("$toHashedIndexKey", "$grounds.content"))
			.append("by", "$" + TallyKey.MODERATOR.inCases())
			.append("key", "$" + key.inCases())
			.append("restricts", RESTRICTED);
		return new Document("_id", same).append("number", new Document("$sum", 1));
	}

	private static Document byText() {
		var decision = new Document("by", "$_id.by").append("key", "$_id.key")
			.append("restricts", "$_id.restricts")
			.append("number", "$number");
		return new Document("_id", "$_id.text").append("all", new Document("$push", decision));
	}

	/** Each decision counts once, with the share of the others that agree with it. */
	private static Document byComparison() {
		var agreeing = new Document("$filter", new Document("input", "$others").append("as", "other")
			.append("cond", new Document("$eq", List.of("$$other.restricts", "$one.restricts"))));
		var share = new Document("$divide", List.of(total(agreeing), total("$others")));
		return new Document("_id", new Document("$toString", "$one.key"))
			.append("compared", new Document("$sum", "$one.number"))
			.append("agreed", new Document("$sum", new Document("$multiply", List.of("$one.number", share))));
	}

	private static Document others(Document condition) {
		return new Document("$filter", new Document("input", "$all").append("as", "other").append("cond", condition));
	}

	private static Document total(Object decisions) {
		return new Document("$reduce", new Document("input", decisions).append("initialValue", 0)
			.append("in", new Document("$add", List.of("$$value", "$$this.number"))));
	}

	private static Document byKey(String path) {
		return new Document("_id", new Document("$toString", "$" + path));
	}

	private static Document percentiles() {
		var milliseconds = new Document("$subtract", List.of("$ruling.at", "$openedAt"));
		return new Document("$percentile",
				new Document("input", new Document("$divide", List.of(milliseconds, 1000)))
					.append("p", List.of(0.5, 0.95))
					.append("method", "approximate"));
	}

	private static Document range(String path, StatisticsPeriod period) {
		return new Document(path,
				new Document("$gte", Date.from(period.from())).append("$lt", Date.from(period.until())));
	}

	private static Document count(Document condition) {
		return new Document("$sum", new Document("$cond", List.of(condition, 1, 0)));
	}

	private static Document isEqual(String path, String value) {
		return new Document("$eq", List.of(path, value));
	}

	private static Document isNot(String path, String value) {
		return new Document("$ne", List.of(path, value));
	}

	private static Document isPresent(String path) {
		return new Document("$ne", List.of(new Document("$type", path), "missing"));
	}

	private static AggregationOperation stage(String name, Document body) {
		return (_) -> new Document(name, body);
	}

	private static AggregationOperation unwind(String path) {
		return (_) -> new Document("$unwind", path);
	}

}
