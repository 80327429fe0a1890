package org.parley.forum.rights;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.parley.forum.ForumIT;
import org.parley.forum.rights.RightsActions.Action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * Tests every cell of the rights table in {@code docs/forum.md}, several at a time. Each
 * has a category and users that no other cell has changed.
 */
class RightsIT extends ForumIT {

	private final RightsTable rightsTable = RightsTable.read();

	/**
	 * The scenarios of a role in a situation that only readers and refusals have seen.
	 */
	private final Map<String, Queue<RightsScenario>> unchanged = new ConcurrentHashMap<>();

	@Test
	void everyRowHasActions() {
		assertThat(this.rightsTable.rows().keySet()).containsExactlyInAnyOrderElementsOf(RightsActions.ALL.keySet());
	}

	@TestFactory
	@Execution(ExecutionMode.CONCURRENT)
	Stream<DynamicTest> everyCellIsTrue() {
		return this.rightsTable.rows()
			.entrySet()
			.stream()
			.flatMap((row) -> RightsActions.ALL.getOrDefault(row.getKey(), List.of())
				.stream()
				.flatMap((action) -> row.getValue()
					.entrySet()
					.stream()
					.flatMap((cell) -> cell.getValue()
						.situations()
						.map((situation) -> test(row.getKey(), action, cell.getKey(), cell.getValue(), situation)))));
	}

	private DynamicTest test(String row, Action action, Role role, Condition condition, Situation situation) {
		var expected = condition.allows(role, situation);
		var name = "%s (%s): %s, %s, %s".formatted(row, action.name(), role, situation, expected ? "may" : "may not");
		return DynamicTest.dynamicTest(name, () -> {
			var known = this.unchanged.computeIfAbsent(role + " " + situation, (_) -> new ConcurrentLinkedQueue<>());
			var scenario = Objects.requireNonNullElseGet(known.poll(),
					() -> new RightsScenario(this.forum, role, situation));
			assertThat(action.attempt().test(scenario, situation)).isEqualTo(expected);
			if (scenario.isChanged()) {
				removeCategories(scenario);
			}
			else {
				known.add(scenario);
			}
		});
	}

	/** Removes what each request after a change of a category would read. */
	private void removeCategories(RightsScenario scenario) {
		this.mongo.remove(query(where("slug").in(scenario.categories())), "categories");
	}

}
