package org.parley.realtime;

import java.util.stream.Stream;

import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Declares the exchanges of the publishing services. */
@TestConfiguration(proxyBeanMethods = false)
class TestExchanges {

	@Bean
	Declarables exchanges() {
		return new Declarables(Stream
			.of("auth.events", "forum.events", "summary.events", "notification.events", "chat.events", "media.events",
					"social.events")
			.map(TopicExchange::new)
			.toList());
	}

}
