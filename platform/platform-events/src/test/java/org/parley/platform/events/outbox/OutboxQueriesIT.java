package org.parley.platform.events.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.events.outbox.BookEvent.Lent;

import static org.assertj.core.api.Assertions.assertThat;

/** Every query on the outbox is answered by an index. */
class OutboxQueriesIT extends LibraryIT {

	@BeforeEach
	void somethingWaits() {
		this.relay.stop();
		publish(new Lent("shelf-1", 1), new Lent("shelf-2", 2));
		this.relay.start();
	}

	static Stream<Asked> queries() {
		var parts = IntStream.range(0, 16).boxed().toList();
		var waiting = new Document("state", new Document("$in", List.of("WAITING"))).append("partition",
				new Document("$in", parts));
		var all = new Document("state", new Document("$in", List.of("WAITING", "HELD", "PARKED"))).append("partition",
				new Document("$in", parts));
		var stopped = Document.parse("{partitionKey: {$in: ['shelf-1', 'shelf-2']}, state: {$in: ['HELD', 'PARKED']}}");
		return Stream.of(new Asked(waiting, Document.parse("{at: 1}")), new Asked(all, Document.parse("{at: 1}")),
				new Asked(all, Document.parse("{at: -1}")), new Asked(stopped, new Document()),
				new Asked(Document.parse("{partitionKey: {$in: ['shelf-1']}, state: {$in: ['PARKED']}}"),
						new Document()),
				new Asked(Document.parse("{partitionKey: {$in: ['shelf-1']}, state: 'HELD'}"), new Document()),
				new Asked(Document.parse("{state: 'PARKED'}"), new Document()),
				new Asked(Document.parse("{state: null}"), new Document()),
				new Asked(Document.parse("{_id: 'id', state: 'PARKED'}"), new Document()));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void isAnsweredByAnIndexAndNotSortedInMemory(Asked asked) {
		assertThat(stages(asked)).doesNotContain("COLLSCAN", "SORT")
			.containsAnyOf("IXSCAN", "IDHACK", "EXPRESS_IXSCAN");
	}

	@Test
	void aQueryWithoutAnIndexWouldBeSeen() {
		assertThat(stages(new Asked(Document.parse("{type: 'x'}"), new Document()))).contains("COLLSCAN");
		assertThat(stages(new Asked(new Document(), Document.parse("{time: 1}")))).contains("SORT");
	}

	private List<String> stages(Asked asked) {
		var find = new Document("find", "outbox").append("filter", asked.filter()).append("sort", asked.sort());
		var plan = this.mongo.executeCommand(new Document("explain", find).append("verbosity", "queryPlanner"));
		var stages = new ArrayList<String>();
		collect(plan.get("queryPlanner", Document.class).get("winningPlan"), stages);
		return stages;
	}

	private static void collect(@Nullable Object plan, List<String> stages) {
		switch (plan) {
			case Document node -> node.forEach((name, value) -> {
				if (name.equals("stage")) {
					stages.add(String.valueOf(value));
				}
				collect(value, stages);
			});
			case List<?> nodes -> nodes.forEach((node) -> collect(node, stages));
			case null, default -> {
			}
		}
	}

	/** A query. */
	record Asked(Document filter, Document sort) {
	}

}
