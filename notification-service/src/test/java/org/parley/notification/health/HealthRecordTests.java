package org.parley.notification.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators are notified about lasting changes only. */
class HealthRecordTests {

	private @Nullable HealthRecord latest;

	private List<String> notified = List.of();

	@Test
	void partThatStartsTellsNobody() {
		check("chat:up", "forum:up");
		check("chat:down", "forum:down");
		check("chat:up", "forum:up");
		assertThat(this.notified).isEmpty();
	}

	@Test
	void partThatStaysDownIsToldOnceAndSoIsItsReturn() {
		check("chat:up", "forum:up");
		check("chat:down", "forum:up");
		check("chat:down", "forum:down");
		assertThat(this.notified).containsExactly("chat failed");
		check("chat:down", "forum:down");
		check("chat:down", "forum:down");
		assertThat(this.notified).containsExactly("chat failed", "forum failed");
		check("chat:up", "forum:down");
		check("chat:up", "forum:down");
		assertThat(this.notified).containsExactly("chat failed", "forum failed", "chat recovered");
	}

	@Test
	void checkThatFollowsAtOnceDecidesNothing() {
		var before = Optional.of(record("chat:up"));
		var starting = HealthRecord.following(before, before, "2", Instant.EPOCH, parts("chat:down"));
		var again = HealthRecord.following(Optional.of(starting), before, "3", Instant.EPOCH, parts("chat:down"));
		assertThat(again.failed(Optional.of(starting))).isEmpty();
	}

	@Test
	void partThatIsNoLongerCheckedHasNotRecovered() {
		check("chat:down", "forum:up");
		check("chat:down", "forum:up");
		check("forum:up");
		assertThat(this.notified).containsExactly("chat failed");
	}

	private void check(String... states) {
		var before = Optional.ofNullable(this.latest);
		var check = HealthRecord.following(before, before, "1", Instant.EPOCH, parts(states));
		this.notified = Stream
			.of(this.notified.stream(), check.failed(before).stream().map((part) -> part + " failed"),
					check.recovered(before).stream().map((part) -> part + " recovered"))
			.flatMap((all) -> all)
			.toList();
		this.latest = check;
	}

	private static HealthRecord record(String... states) {
		return HealthRecord.following(Optional.empty(), Optional.empty(), "1", Instant.EPOCH, parts(states));
	}

	private static List<PartHealth> parts(String... states) {
		return Stream.of(states)
			.map((state) -> state.split(":", 2))
			.map((state) -> new PartHealth(state[0], state[1].equals("up"), state[1].equals("up") ? 200 : 0, 1))
			.toList();
	}

}
