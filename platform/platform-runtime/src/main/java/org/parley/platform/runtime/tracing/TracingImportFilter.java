package org.parley.platform.runtime.tracing;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Removes the auto-configurations of tracing without a collector, so that its classes are
 * not even loaded. Spring Boot's own switch would leave a tracer that begins a span for
 * every request and sends none.
 */
class TracingImportFilter implements AutoConfigurationImportFilter, EnvironmentAware {

	private static final String TRACING = "org.springframework.boot.micrometer.tracing.";

	private static final String OPEN_TELEMETRY = "org.springframework.boot.opentelemetry.";

	private boolean tracing;

	@Override
	public void setEnvironment(Environment environment) {
		this.tracing = OnTracingCondition.isTracing(environment);
	}

	@Override
	public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
		var matches = new boolean[autoConfigurations.length];
		for (int i = 0; i < matches.length; i++) {
			matches[i] = this.tracing || !isAboutTracing(autoConfigurations[i]);
		}
		return matches;
	}

	private static boolean isAboutTracing(@Nullable String autoConfiguration) {
		return autoConfiguration != null
				&& (autoConfiguration.startsWith(TRACING) || autoConfiguration.startsWith(OPEN_TELEMETRY));
	}

}
