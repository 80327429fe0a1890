package org.parley.forum.rights;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.forum.ForumIT;
import org.parley.forum.rights.Acts.Act;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what: every cell of the table in {@code docs/forum.md}. */
class RightsIT extends ForumIT {

	private final Rights rights = Rights.documented();

	@Test
	void everyRowHasActions() {
		assertThat(this.rights.rows().keySet()).containsExactlyInAnyOrderElementsOf(Acts.ALL.keySet());
	}

	@TestFactory
	Stream<DynamicTest> everyCellIsTrue() {
		return this.rights.rows()
			.entrySet()
			.stream()
			.flatMap((row) -> Acts.ALL.getOrDefault(row.getKey(), List.of())
				.stream()
				.flatMap((act) -> row.getValue()
					.entrySet()
					.stream()
					.flatMap((cell) -> cell.getValue()
						.situations()
						.map((situation) -> test(row.getKey(), act, cell.getKey(), cell.getValue(), situation)))));
	}

	private DynamicTest test(String row, Act act, Role role, Condition condition, Situation situation) {
		var expected = condition.lets(role, situation);
		var name = "%s (%s): %s, %s, %s".formatted(row, act.name(), role, situation, expected ? "may" : "may not");
		return DynamicTest.dynamicTest(name,
				() -> assertThat(act.trying().test(new Stage(this.forum, role, situation), situation))
					.isEqualTo(expected));
	}

}
