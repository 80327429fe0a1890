package org.parley.gateway.trace;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * Samples a share of requests at random. OpenTelemetry's own sampler decides by the trace
 * id, which the client may choose.
 *
 * @param probability from 0 to 1
 */
record ShareSampler(double probability) implements Sampler {

	@Override
	public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind,
			Attributes attributes, List<LinkData> parents) {
		return (ThreadLocalRandom.current().nextDouble() < this.probability) ? SamplingResult.recordAndSample()
				: SamplingResult.drop();
	}

	@Override
	public String getDescription() {
		return "ShareSampler{" + this.probability + "}";
	}

}
