package org.parley.platform.messaging.catalogue;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Reads the catalogue itself: conditions are evaluated before beans exist. */
class OnExchangeCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		var service = context.getEnvironment().getRequiredProperty("spring.application.name");
		return Catalogue.read(new PathMatchingResourcePatternResolver(context.getResourceLoader()))
			.exchangeOf(service)
			.map((exchange) -> ConditionOutcome.match(service + " publishes on " + exchange.getKey()))
			.orElseGet(() -> ConditionOutcome.noMatch(service + " publishes nothing"));
	}

}
