package org.parley.realtime.typing;

import java.util.Map;

import org.parley.platform.web.Ids;
import org.parley.realtime.room.Broadcasting;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.Rooms;
import org.parley.realtime.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Somebody is writing: those in the thread hear it, on whichever instance they are, and
 * nobody later. Without Redis those on the same instance do.
 */
@Component
public class Typing {

	static final String CHANNEL = "typing";

	private static final Logger log = LoggerFactory.getLogger(Typing.class);

	private final StringRedisTemplate redis;

	private final Broadcasting broadcasting;

	private final JsonMapper json;

	private final String channel;

	Typing(StringRedisTemplate redis, Broadcasting broadcasting, JsonMapper json,
			@Value("${parley.redis.prefix}") String prefix) {
		this.redis = redis;
		this.broadcasting = broadcasting;
		this.json = json;
		this.channel = prefix + CHANNEL;
	}

	/**
	 * Tells the others, when this one is in the thread, known by name, and was not told
	 * of just before.
	 */
	public void type(Session session, String threadId) {
		var caller = session.identity().caller();
		if (caller == null || !caller.isPerson() || !session.rooms().contains(Rooms.ofThread(threadId))
				|| !session.maySayTyping(threadId)) {
			return;
		}
		tell(new Typed(Ids.next(), threadId, session.id().toString(),
				new Typed.Writer(caller.id(), caller.username(), caller.displayName())));
	}

	void hear(String text) {
		try {
			whisper(this.json.readValue(text, Typed.class));
		}
		catch (JacksonException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("Nobody types like that");
		}
	}

	private void tell(Typed typed) {
		try {
			this.redis.convertAndSend(this.channel, this.json.writeValueAsString(typed));
		}
		catch (DataAccessException ex) {
			log.atDebug().addKeyValue("cause", ex.toString()).log("Who types is told on this instance only");
			whisper(typed);
		}
	}

	private void whisper(Typed typed) {
		var event = new LiveEvent("typing", typed.id(), "typing", typed.threadId(), typed.threadId(),
				Map.of("user", typed.user()));
		this.broadcasting.whisper(Rooms.ofThread(typed.threadId()), event, typed.socket());
	}

}
