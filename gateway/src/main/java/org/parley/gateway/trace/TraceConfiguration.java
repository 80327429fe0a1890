package org.parley.gateway.trace;

import io.opentelemetry.sdk.trace.samplers.Sampler;
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

}
