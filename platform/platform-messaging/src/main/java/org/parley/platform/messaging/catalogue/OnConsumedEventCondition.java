package org.parley.platform.messaging.catalogue;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Reads the catalogue itself: conditions are evaluated before beans exist. */
class OnConsumedEventCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		var service = context.getEnvironment().getRequiredProperty("spring.application.name");
		var type = metadata.getAnnotations().get(ConditionalOnConsumedEvent.class).getString("value");
		var queues = Catalogue.read(new PathMatchingResourcePatternResolver(context.getResourceLoader()))
			.queuesOf(service, type);
		return new ConditionOutcome(!queues.isEmpty(), service + " consumes " + type + " from " + queues);
	}

}
