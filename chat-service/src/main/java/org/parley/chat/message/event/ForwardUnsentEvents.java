package org.parley.chat.message.event;

import java.util.List;
import java.util.Set;

import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.outbox.OutboxRecord;
import org.parley.platform.messaging.outbox.UnsentListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Forwards what members of conversations should hear at once to realtime-service by a
 * channel of Redis, while the broker is away.
 */
@Component
class ForwardUnsentEvents implements UnsentListener {

	private static final Logger log = LoggerFactory.getLogger(ForwardUnsentEvents.class);

	private static final String QUEUE = "realtime";

	private final StringRedisTemplate redis;

	private final Set<String> heard;

	private final String channel;

	ForwardUnsentEvents(StringRedisTemplate redis, Catalogue catalogue,
			@Value("${parley.redis.prefix}") String prefix) {
		this.redis = redis;
		this.heard = catalogue.heardBy(QUEUE);
		this.channel = prefix + "unsent-events";
	}

	@Override
	public void unsent(List<OutboxRecord> events) {
		try {
			events.stream()
				.filter((event) -> this.heard.contains(event.type()))
				.forEach((event) -> this.redis.convertAndSend(this.channel, event.envelope()));
		}
		catch (DataAccessException ex) {
			log.atDebug().addKeyValue("cause", ex.toString()).log("Without Redis, events are heard later");
		}
	}

}
