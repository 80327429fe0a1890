package org.parley.gateway.trace;

import java.util.List;
import java.util.stream.IntStream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import org.junit.jupiter.api.Test;
import org.parley.gateway.trace.TraceConfiguration.ShareSampler;

import static org.assertj.core.api.Assertions.assertThat;

class ShareSamplerTests {

	private static final int MANY = 10_000;

	@Test
	void shareOfOneTraceIdIsSampled() {
		assertThat(sampled(0)).isZero();
		assertThat(sampled(0.5)).isBetween(MANY * 45L / 100, MANY * 55L / 100);
		assertThat(sampled(1)).isEqualTo(MANY);
	}

	/**
	 * Always the same trace id, as a client would send that wants all its requests
	 * sampled.
	 */
	private static long sampled(double probability) {
		var sampler = new ShareSampler(probability);
		return IntStream.range(0, MANY)
			.mapToObj((_) -> sampler.shouldSample(Context.root(), "0".repeat(31) + "1", "GET", SpanKind.SERVER,
					Attributes.empty(), List.of()))
			.filter((result) -> result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE)
			.count();
	}

}
