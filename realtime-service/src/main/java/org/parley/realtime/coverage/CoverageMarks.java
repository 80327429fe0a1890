package org.parley.realtime.coverage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;

import org.parley.contracts.realtime.ReplayMarked;
import org.parley.platform.messaging.Envelopes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Publishes marks, and stores in Redis the last one that the shared queue has handled.
 * Lost marks are sent again, so no outbox is needed.
 */
@Component
class CoverageMarks {

	private static final Logger log = LoggerFactory.getLogger(CoverageMarks.class);

	private static final Duration TTL = Duration.ofMinutes(10);

	private final RabbitTemplate broker;

	private final Envelopes envelopes;

	private final StringRedisTemplate redis;

	private final String prefix;

	CoverageMarks(RabbitTemplate broker, Envelopes envelopes, StringRedisTemplate redis,
			@Value("${parley.redis.prefix}") String prefix) {
		this.broker = broker;
		this.envelopes = envelopes;
		this.redis = redis;
		this.prefix = prefix;
	}

	void send(ReplayMarked mark) {
		var event = this.envelopes.wrap(mark);
		var message = MessageBuilder.withBody(this.envelopes.write(event).getBytes(StandardCharsets.UTF_8))
			.setContentType("application/cloudevents+json")
			.setMessageId(event.id())
			.setType(event.type())
			.build();
		try {
			this.broker.send("realtime.events", event.type(), message);
		}
		catch (AmqpException ex) {
			log.atDebug().setCause(ex).log("A mark could not be sent");
		}
	}

	/**
	 * Records that the shared queue has handled a mark.
	 * @throws DataAccessResourceFailureException if Redis does not answer
	 */
	void record(ReplayMarked mark) {
		try {
			this.redis.opsForValue().set(key(mark.instance()), Long.toString(mark.number()), TTL);
		}
		catch (DataAccessException ex) {
			throw new DataAccessResourceFailureException("Redis is unavailable; the mark was not stored", ex);
		}
	}

	/**
	 * Returns the last mark that the shared queue has handled; empty if Redis is
	 * unavailable.
	 */
	OptionalLong recorded(String instance) {
		try {
			var number = this.redis.opsForValue().get(key(instance));
			return OptionalLong.of((number != null) ? Long.parseLong(number) : 0);
		}
		catch (DataAccessException ex) {
			log.atDebug().setCause(ex).log("Marks could not be read");
			return OptionalLong.empty();
		}
	}

	private String key(String instance) {
		return this.prefix + "mark:" + instance;
	}

}
