package org.example.answers;

import java.util.function.Consumer;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.cloud.function.core.FunctionInvocationHelper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The function that Spring Cloud Stream binds to the queue. */
@Configuration(proxyBeanMethods = false)
class HearAnswers {

	/** Leaves the envelope as it is; the usual helper takes it apart. */
	@Bean
	FunctionInvocationHelper<Message<?>> wholeEnvelopes() {
		return new FunctionInvocationHelper<>() {
		};
	}

	/** An exception that is no outage makes the event a dead letter. */
	@Bean
	Consumer<byte[]> hear(AcceptedAnswers acceptedAnswers, JsonMapper json) {
		return (event) -> acceptedAnswers.apply(json.readValue(event, AnswerEvent.class));
	}

}
