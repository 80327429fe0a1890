package org.parley.platform.test.database;

import java.util.List;
import java.util.stream.Stream;

import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The execution of a command by the database.
 *
 * @param stages the names of all stages of the plan. Of few documents the database may
 * sort, although an index gives the order; then those of the plan that it has rejected
 * @param keysExamined the number of examined index keys
 */
public record QueryExplanation(List<String> stages, int keysExamined, int documentsExamined) {

	private static final List<String> SENT_BY_THE_DRIVER = List.of("lsid", "$db", "$clusterTime", "txnNumber",
			"autocommit", "startTransaction", "readConcern", "writeConcern", "apiVersion");

	/** Explains a sent command. */
	public static QueryExplanation of(MongoOperations mongo, BsonDocument sent) {
		var command = Document.parse(sent.toJson());
		SENT_BY_THE_DRIVER.forEach(command::remove);
		return of(mongo, command);
	}

	static QueryExplanation of(MongoOperations mongo, Document command) {
		var answer = mongo.executeCommand(new Document("explain", command).append("verbosity", "executionStats"));
		var answering = answering(answer);
		var planner = answering.get("queryPlanner", Document.class);
		var winner = stagesOf(planner.get("winningPlan", Document.class));
		var stages = planner.getList("rejectedPlans", Document.class, List.of())
			.stream()
			.map(QueryExplanation::stagesOf)
			.filter((rejected) -> winner.contains("SORT") && !rejected.contains("SORT"))
			.findFirst()
			.orElse(winner);
		var stats = answering.get("executionStats", Document.class);
		return new QueryExplanation(stages, (stats != null) ? stats.getInteger("totalKeysExamined") : 0,
				(stats != null) ? stats.getInteger("totalDocsExamined") : 0);
	}

	/** The explanation of an aggregation may contain its first stage separately. */
	private static Document answering(Document answer) {
		var stages = answer.getList("stages", Document.class);
		return (stages != null) ? stages.getFirst().get("$cursor", Document.class) : answer;
	}

	private static List<String> stagesOf(Document plan) {
		return stages(plan.get("queryPlan", plan)).toList();
	}

	private static Stream<String> stages(@Nullable Object part) {
		return switch (part) {
			case Document plan ->
				Stream.concat(stage(plan.get("stage")), plan.values().stream().flatMap(QueryExplanation::stages));
			case List<?> parts -> parts.stream().flatMap(QueryExplanation::stages);
			case null, default -> Stream.empty();
		};
	}

	/** An index key may have the same name. */
	private static Stream<String> stage(@Nullable Object value) {
		return (value instanceof String name) ? Stream.of(classic(name)) : Stream.empty();
	}

	/**
	 * Cached plans contain the stages of the execution engine; counted keys are index
	 * keys, too.
	 */
	private static String classic(String stage) {
		return switch (stage) {
			case "ixseek", "ixscan", "COUNT_SCAN" -> "IXSCAN";
			case "scan" -> "COLLSCAN";
			case "sort" -> "SORT";
			default -> stage;
		};
	}

}
