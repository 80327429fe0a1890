package org.parley.platform.ai;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.test.LocalStackTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest
@LocalStackTest
class ModelBudgetIT {

	private static final Instant EVENING = Instant.parse("2026-11-22T23:50:00Z");

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final AtomicReference<Instant> now = new AtomicReference<>(EVENING);

	@Autowired
	private MongoTemplate mongo;

	@BeforeEach
	void forget() {
		this.mongo.dropCollection(ModelUsage.class);
	}

	@Test
	void instancesShareTheTokensOfADay() {
		var one = budget(100, Integer.MAX_VALUE);
		var other = budget(100, Integer.MAX_VALUE);
		var first = one.reserve(40);
		var second = other.reserve(40);
		assertThat(refusal(other)).isEqualTo(ModelCallOutcome.BUSY);
		one.settle(first, 10);
		other.settle(second, 30);
		var third = one.reserve(40);
		one.settle(third, 25);
		assertThat(spent()).isEqualTo(65);
		assertThat(refusal(one)).isEqualTo(ModelCallOutcome.SPENT);
	}

	@Test
	void spentBudgetIsClosedUntilTheNextDay() {
		var budget = budget(40, Integer.MAX_VALUE);
		budget.settle(budget.reserve(40), 40);
		assertThat(budget.isOpen()).isTrue();
		assertThat(refusal(budget)).isEqualTo(ModelCallOutcome.SPENT);
		assertThat(budget.isOpen()).isFalse();
		assertThat(this.meters.get("parley.ai.budget.closed").gauge().value()).isEqualTo(1);
		this.now.set(EVENING.plus(Duration.ofMinutes(9)));
		assertThat(budget.isOpen()).isFalse();
		this.now.set(EVENING.plus(Duration.ofMinutes(10)));
		assertThat(budget.isOpen()).isTrue();
		assertThat(budget.reserve(40)).isNotEmpty();
		assertThat(spent()).isZero();
	}

	@Test
	void callThatIsTooLargeIsRefusedAlone() {
		var budget = budget(1_000, Integer.MAX_VALUE);
		budget.settle(budget.reserve(900), 900);
		assertThat(refusal(budget, 1_500)).isEqualTo(ModelCallOutcome.SPENT);
		assertThat(refusal(budget, 150)).isEqualTo(ModelCallOutcome.SPENT);
		assertThat(budget.isOpen()).isTrue();
		budget.settle(budget.reserve(90), 90);
		assertThat(refusal(budget, 11)).isEqualTo(ModelCallOutcome.SPENT);
		assertThat(budget.isOpen()).isFalse();
	}

	@Test
	void concurrentCallsNeverExceedTheLimitOfTheCluster() throws Exception {
		var instances = IntStream.range(0, 4).mapToObj((_) -> budget(Long.MAX_VALUE, 3)).toList();
		List<Callable<Boolean>> calls = new ArrayList<>();
		for (int call = 0; call < 24; call++) {
			var instance = instances.get(call % instances.size());
			calls.add(() -> isReserved(instance));
		}
		try (var threads = Executors.newFixedThreadPool(8)) {
			var reserved = 0;
			for (var call : threads.invokeAll(calls)) {
				reserved += call.get() ? 1 : 0;
			}
			assertThat(reserved).isEqualTo(3);
		}
		assertThat(refusal(instances.getFirst())).isEqualTo(ModelCallOutcome.BUSY);
		assertThat(instances.getFirst().isOpen()).isFalse();
		this.now.set(EVENING.plusSeconds(1));
		assertThat(instances.getFirst().isOpen()).isTrue();
	}

	@Test
	void callOfADeadInstanceCountsAsSpentOnce() {
		var budget = budget(100, 1);
		var lost = budget.reserve(40);
		this.now.set(EVENING.plusSeconds(60));
		var next = budget.reserve(40);
		assertThat(spent()).isEqualTo(40);
		budget.settle(lost, 12);
		budget.settle(next, 5);
		assertThat(spent()).isEqualTo(45);
	}

	@Test
	void callWithoutLimitsSendsNoCommand() {
		var budget = budget(Long.MAX_VALUE, Integer.MAX_VALUE);
		assertThat(budget.call(40, () -> 7L, Long::longValue)).isEqualTo(7);
		assertThat(this.mongo.findAll(ModelUsage.class)).isEmpty();
	}

	@Test
	void answeredCallCostsUsedTokens() {
		var budget = budget(100, 1);
		budget.call(40, () -> 7L, Long::longValue);
		assertThat(spent()).isEqualTo(7);
	}

	@ParameterizedTest
	@CsvSource({ "FAILED,0", "THROTTLED,0", "UNFIT,0", "REFUSED,0", "SLOW,40", "MALFORMED,40" })
	void failedCallCostsItsReservationOnlyIfItMayBeBilled(ModelCallOutcome outcome, long spent) {
		var budget = budget(100, 1);
		assertThatExceptionOfType(ModelCallException.class).isThrownBy(() -> budget.call(40, () -> {
			throw new ModelCallException(outcome);
		}, (_) -> 0));
		assertThat(spent()).isEqualTo(spent);
		budget.reserve(40);
	}

	@Test
	void purposesHaveSeparateBudgets() {
		budget(40, 1).reserve(40);
		var other = new ModelBudget(this.mongo, this.now::get,
				new ModelBudgetLimits("others", 40, 1, Duration.ofSeconds(7)), new SimpleMeterRegistry());
		assertThat(other.reserve(40)).isNotEmpty();
	}

	private ModelBudget budget(long tokens, int calls) {
		return new ModelBudget(this.mongo, this.now::get,
				new ModelBudgetLimits("tests", tokens, calls, Duration.ofSeconds(7)), this.meters);
	}

	private static boolean isReserved(ModelBudget budget) {
		try {
			return !budget.reserve(40).isEmpty();
		}
		catch (ModelCallException ex) {
			return false;
		}
	}

	private static ModelCallOutcome refusal(ModelBudget budget) {
		return refusal(budget, 40);
	}

	private static ModelCallOutcome refusal(ModelBudget budget, long highest) {
		var refused = new AtomicReference<ModelCallOutcome>();
		assertThatExceptionOfType(ModelCallException.class).isThrownBy(() -> budget.reserve(highest))
			.satisfies((thrown) -> refused.set(thrown.outcome()));
		return refused.get();
	}

	private long spent() {
		return this.mongo.findAll(ModelUsage.class).getFirst().spent();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MongoAutoConfiguration.class, DataMongoAutoConfiguration.class })
	static class BudgetConfiguration {

	}

}
