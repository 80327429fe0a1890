package org.parley.platform.runtime.tracing;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Implements {@link ConditionalOnTracing}. */
class OnTracingCondition implements Condition {

	private static final String COLLECTOR = "management.opentelemetry.tracing.export.otlp.endpoint";

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return isTracing(context.getEnvironment());
	}

	/** Whether a collector is configured; an empty address is none. */
	static boolean isTracing(Environment environment) {
		return StringUtils.hasText(environment.getProperty(COLLECTOR));
	}

}
