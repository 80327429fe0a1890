package org.parley.moderation.model;

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
import org.parley.moderation.ModerationIT;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModelBudgetIT extends ModerationIT {

	private static final Instant EVENING = Instant.parse("2026-11-22T23:50:00Z");

	private static final String FORTY_BYTES = "x".repeat(40);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final AtomicReference<Instant> now = new AtomicReference<>(EVENING);

	@BeforeEach
	void forget() {
		this.mongo.dropCollection(ModelUsage.class);
	}

	@Test
	void instancesShareTheTokensOfADay() {
		var one = budget(100, 0);
		var other = budget(100, 0);
		var first = one.reserve(FORTY_BYTES);
		var second = other.reserve(FORTY_BYTES);
		assertThat(refusal(other)).isEqualTo(ModelCallOutcome.BUSY);
		one.settle(first, 10);
		other.settle(second, 30);
		var third = one.reserve(FORTY_BYTES);
		one.settle(third, 25);
		assertThat(spent()).isEqualTo(65);
		assertThat(refusal(one)).isEqualTo(ModelCallOutcome.SPENT);
	}

	@Test
	void spentBudgetIsClosedUntilTheNextDay() {
		var budget = budget(40, 0);
		budget.settle(budget.reserve(FORTY_BYTES), 40);
		assertThat(budget.isOpen()).isTrue();
		assertThat(refusal(budget)).isEqualTo(ModelCallOutcome.SPENT);
		assertThat(budget.isOpen()).isFalse();
		assertThat(this.meters.get("parley.ai.budget.closed").gauge().value()).isEqualTo(1);
		this.now.set(EVENING.plus(Duration.ofMinutes(9)));
		assertThat(budget.isOpen()).isFalse();
		this.now.set(EVENING.plus(Duration.ofMinutes(10)));
		assertThat(budget.isOpen()).isTrue();
		assertThat(budget.reserve(FORTY_BYTES)).isNotEmpty();
		assertThat(spent()).isZero();
	}

	@Test
	void concurrentCallsNeverExceedTheLimitOfTheCluster() throws Exception {
		var instances = IntStream.range(0, 4).mapToObj((_) -> budget(0, 3)).toList();
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
		var lost = budget.reserve(FORTY_BYTES);
		this.now.set(EVENING.plusSeconds(60));
		var next = budget.reserve(FORTY_BYTES);
		assertThat(spent()).isEqualTo(40);
		budget.settle(lost, 12);
		budget.settle(next, 5);
		assertThat(spent()).isEqualTo(45);
	}

	@Test
	void clientCallsNoModelOverBudget() {
		var settings = settings();
		var budget = new ModelBudget(this.mongo, this.now::get, new ModelBudgetSettings(0, 0.00001, 0), settings,
				this.meters);
		var client = new ModerationModelClient(settings, JsonMapper.builder().build(), budget,
				new ModerationModelMetrics(this.meters));
		assertThat(client.evaluate("tiny")).isPresent();
		assertThat(client.evaluate("A text of more than ten tokens at two per million")).isEmpty();
		assertThat(client.isReady()).isFalse();
		MODEL.verify(0, anyRequestedFor(anyUrl()).withRequestBody(containing("more than ten")));
		assertThat(this.meters.get("parley.ai.calls").tag("outcome", "spent").counter().count()).isEqualTo(1);
	}

	private ModelBudget budget(long tokens, int calls) {
		return new ModelBudget(this.mongo, this.now::get, new ModelBudgetSettings(tokens, 0, calls), settings(),
				this.meters);
	}

	private static ModerationModelSettings settings() {
		return new ModerationModelSettings(MODEL.baseUrl() + "/v1", "a key", "a-model", Duration.ofSeconds(2),
				Duration.ofSeconds(5), 1, Duration.ofMillis(20), Duration.ofSeconds(1), 1000, 1,
				new ModerationModelSettings.Circuit(100, 100, 50, Duration.ofSeconds(1)));
	}

	private static boolean isReserved(ModelBudget budget) {
		try {
			return !budget.reserve(FORTY_BYTES).isEmpty();
		}
		catch (ModerationProviderException ex) {
			return false;
		}
	}

	private static ModelCallOutcome refusal(ModelBudget budget) {
		var refused = new AtomicReference<ModelCallOutcome>();
		assertThatExceptionOfType(ModerationProviderException.class).isThrownBy(() -> budget.reserve(FORTY_BYTES))
			.satisfies((thrown) -> refused.set(thrown.outcome()));
		return refused.get();
	}

	private long spent() {
		return this.mongo.findAll(ModelUsage.class).getFirst().spent();
	}

}
