package org.parley.platform.messaging;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.messaging.catalogue.ConditionalOnExchange;
import org.parley.platform.runtime.tracing.SpanRecorder;
import org.parley.platform.web.PlatformWebAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.util.ClassUtils;

/**
 * Creates envelopes and refuses to start with events that the catalogue does not have.
 */
@AutoConfiguration(after = { CatalogueAutoConfiguration.class, PlatformWebAutoConfiguration.class,
		JacksonAutoConfiguration.class })
@EnableTransactionManagement
public class EventsAutoConfiguration {

	@Bean
	Envelopes envelopes(Catalogue catalogue, JsonMapper json, InstantSource clock, BeanFactory beans,
			ResourceLoader resources, SpanRecorder spans, @Value("${spring.application.name}") String service) {
		var types = catalogue.exchangeOf(service)
			.map(Map.Entry::getValue)
			.map((exchange) -> exchange.events().keySet())
			.orElseGet(Set::of);
		var envelopes = new Envelopes(service, types, json, clock, spans);
		envelopes.requireInCatalogue(eventsOf(beans, resources));
		return envelopes;
	}

	@Bean
	@ConditionalOnExchange
	AdministratorActs administratorActs(ApplicationEventPublisher events, InstantSource clock) {
		return new AdministratorActs(events, clock);
	}

	private static List<Class<? extends ParleyEvent>> eventsOf(BeanFactory beans, ResourceLoader resources) {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.setResourceLoader(resources);
		scanner.addIncludeFilter(new AnnotationTypeFilter(Publishes.class));
		var events = new ArrayList<Class<? extends ParleyEvent>>();
		for (var root : AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans)
				: List.<String>of()) {
			scanner.findCandidateComponents(root)
				.forEach((found) -> events.add(ClassUtils
					.resolveClassName(String.valueOf(found.getBeanClassName()), resources.getClassLoader())
					.asSubclass(ParleyEvent.class)));
		}
		return events;
	}

}
