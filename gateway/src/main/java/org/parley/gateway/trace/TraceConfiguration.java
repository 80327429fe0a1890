package org.parley.gateway.trace;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import org.parley.platform.runtime.tracing.ConditionalOnTracing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway decides which requests are traced; the services follow it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnTracing
class TraceConfiguration {

	/** A client's header does not decide, or anybody could have all requests traced. */
	@Bean
	Sampler gatewaySampler(@Value("${management.tracing.sampling.probability}") double probability) {
		var own = new ShareSampler(probability);
		return Sampler.parentBasedBuilder(own).setRemoteParentSampled(own).setRemoteParentNotSampled(own).build();
	}

	/**
	 * Samples a share of requests at random. OpenTelemetry's own sampler decides by the
	 * trace id, which the client may choose.
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

}
