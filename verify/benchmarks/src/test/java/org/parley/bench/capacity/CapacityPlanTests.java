package org.parley.bench.capacity;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class CapacityPlanTests {

	private static final double SECONDS = 86_400;

	/** 864,000 reads and 86,400 replies a day, without a peak: 10 and 1 each second. */
	private static final Map<String, String> COSTS = Map.ofEntries(Map.entry("machine.cores", "2"),
			Map.entry("machine.utilisation", "0.5"), Map.entry("least", "2"), Map.entry("least.mongodb", "3"),
			Map.entry("day.active", "0.5"), Map.entry("day.read", "10"), Map.entry("day.reply", "1"),
			Map.entry("day.online", "0.25"), Map.entry("day.peak", "1"), Map.entry("operations", "read, reply"),
			Map.entry("parts", "forum, mongodb"), Map.entry("cost.read.forum", "100"),
			Map.entry("cost.reply.forum", "1000"), Map.entry("cost.reply.mongodb", "100"),
			Map.entry("way.read", "forum"), Map.entry("way.reply", "forum, mongodb"), Map.entry("network.ms", "1"),
			Map.entry("fixed.reply", "5"), Map.entry("bytes.reply", "1000"), Map.entry("limits", "primary, sockets"),
			Map.entry("limit.primary", "4"), Map.entry("uses.primary.reply", "2"), Map.entry("limit.sockets", "10000"),
			Map.entry("uses.sockets.sockets", "1"));

	private static final double PEOPLE = 2 * SECONDS;

	@Test
	void machinesFollowFromRatesAndCosts() {
		var plan = plan(COSTS);
		assertThat(plan.part("forum")).extracting(PartLoad::rate, PartLoad::cores, PartLoad::machines)
			.containsExactly(11.0, 2.0, 2L);
		assertThat(plan.part("mongodb")).extracting(PartLoad::rate, PartLoad::machines).containsExactly(1.0, 3L);
		assertThat(plan.machines()).isEqualTo(5);
	}

	@Test
	void busierPeakNeedsMoreMachines() {
		var busy = plan(changed("day.peak", "10"));
		assertThat(busy.part("forum").machines()).isEqualTo(20);
		assertThat(busy.part("forum").queue().utilisation()).isCloseTo(0.5, within(0.0001));
	}

	@Test
	void fullestLimitIsFirst() {
		assertThat(plan(COSTS).limits()).extracting(LimitLoad::name).containsExactly("sockets", "primary");
		var sockets = plan(COSTS).limits().getFirst();
		assertThat(sockets.peak()).isCloseTo(SECONDS / 4, within(0.01));
		assertThat(sockets.needed(0.5)).isEqualTo(5);
		assertThat(plan(changed("limit.primary", "0.5")).limits().getFirst().name()).isEqualTo("primary");
	}

	@Test
	void latencyAddsWorkWaitsAndHops() {
		var plan = plan(COSTS);
		var forum = plan.part("forum").queue().waitMillis(0.95);
		var mongodb = plan.part("mongodb").queue().waitMillis(0.95);
		assertThat(forum).isPositive();
		assertThat(plan.latencyMillis("read")).isCloseTo(100 + forum + 1, within(0.0001));
		assertThat(plan.latencyMillis("reply")).isCloseTo(1_000 + forum + 100 + mongodb + 2 + 5, within(0.0001));
	}

	@Test
	void storageCountsWholeDay() {
		assertThat(plan(COSTS).storageGigabytes()).isCloseTo(SECONDS * 1_000 / 1e9, within(1e-9));
	}

	@ParameterizedTest
	@ValueSource(strings = { "machine.cores", "day.read", "way.reply", "limit.primary", "network.ms" })
	void missingInputIsNamed(String name) {
		var incomplete = new HashMap<>(COSTS);
		incomplete.remove(name);
		assertThatIllegalArgumentException().isThrownBy(() -> plan(incomplete).toString()).withMessageContaining(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "much", "-1", "NaN" })
	void malformedInputIsNamed(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> plan(changed("cost.read.forum", value)))
			.withMessageContaining("cost.read.forum");
	}

	@Test
	void unknownPartOnWayIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> plan(changed("way.read", "forun")).toString())
			.withMessageContaining("forun");
	}

	/**
	 * No machine is busier than allowed, and no limit is passed, for any number of
	 * people.
	 */
	@ParameterizedTest
	@ValueSource(doubles = { 1_000, 10_000, 1_000_000, 100_000_000 })
	void figuresOfRepositoryGiveAPlan(double people) {
		var costs = CapacityCosts.read(Path.of("capacity.properties"));
		var plan = new CapacityPlan(new CapacityDay(people, costs));
		assertThat(plan.parts())
			.allMatch((part) -> part.queue().utilisation() <= costs.number("machine.utilisation") + 1e-9);
		assertThat(plan.limits()).allMatch((limit) -> limit.fill() / limit.needed(0.6) <= 0.6 + 1e-9);
		assertThat(costs.names("operations")).allMatch((operation) -> Double.isFinite(plan.latencyMillis(operation)));
		assertThat(plan.toString()).contains("machines of 4 cores").doesNotContain("NaN", "Infinity");
	}

	private static CapacityPlan plan(Map<String, String> costs) {
		return new CapacityPlan(new CapacityDay(PEOPLE, new CapacityCosts(costs)));
	}

	private static Map<String, String> changed(String name, String value) {
		var changed = new HashMap<>(COSTS);
		changed.put(name, value);
		return changed;
	}

}
