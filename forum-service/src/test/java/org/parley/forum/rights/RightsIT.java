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
import org.parley.forum.rights.RightsTable.Cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * Tests the rights table in {@code docs/forum.md} through the API, several cells at a
 * time. Each has a category and users that no other cell has changed. Of the rows that
 * {@link RightsTableTests} decides in full, only the cells at the edge of a right are
 * tried here.
 */
class RightsIT extends ForumIT {

	private final RightsTable rightsTable = RightsTable.read();

	/**
	 * The scenarios of a role in a situation that only readers and refusals have seen.
	 */
	private final Map<String, Queue<RightsScenario>> unchanged = new ConcurrentHashMap<>();

	@Test
	void everyRowHasActions() {
		assertThat(this.rightsTable.titles()).containsExactlyInAnyOrderElementsOf(RightsActions.ALL.keySet());
	}

	@TestFactory
	@Execution(ExecutionMode.CONCURRENT)
	Stream<DynamicTest> everyRowIsTrue() {
		return this.rightsTable.titles()
			.stream()
			.flatMap((row) -> RightsActions.ALL.getOrDefault(row, List.of())
				.stream()
				.flatMap((action) -> cells(row).stream().map((cell) -> test(row, action, cell))));
	}

	private List<Cell> cells(String row) {
		return RightsTableTests.ROWS.containsKey(row) ? this.rightsTable.edges(row) : this.rightsTable.cells(row);
	}

	private DynamicTest test(String row, Action action, Cell cell) {
		return DynamicTest.dynamicTest("%s (%s): %s".formatted(row, action.name(), cell), () -> {
			var known = this.unchanged.computeIfAbsent(cell.role() + " " + cell.situation(),
					(_) -> new ConcurrentLinkedQueue<>());
			var scenario = Objects.requireNonNullElseGet(known.poll(),
					() -> new RightsScenario(this.forum, cell.role(), cell.situation()));
			assertThat(action.attempt().test(scenario, cell.situation())).as("%s: %s", action.name(), cell)
				.isEqualTo(cell.allowed());
			if (!scenario.isChanged()) {
				known.add(scenario);
			}
			else if (!row.contains("report")) {
				removeCategories(scenario);
			}
		});
	}

	/**
	 * Removes what each request after a change of a category would read. The list of
	 * reports reads the categories of all reported posts, so these stay.
	 */
	private void removeCategories(RightsScenario scenario) {
		this.mongo.remove(query(where("slug").in(scenario.categories())), "categories");
	}

}
