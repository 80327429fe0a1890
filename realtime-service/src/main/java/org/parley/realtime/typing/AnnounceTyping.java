package org.parley.realtime.typing;

import java.util.Map;

import org.parley.platform.web.Ids;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.RoomBroadcaster;
import org.parley.realtime.room.Rooms;
import org.parley.realtime.session.SocketSession;
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
public class AnnounceTyping {

	static final String CHANNEL = "typing";

	private static final Logger log = LoggerFactory.getLogger(AnnounceTyping.class);

	private final StringRedisTemplate redis;

	private final RoomBroadcaster roomBroadcaster;

	private final JsonMapper json;

	private final String channel;

	AnnounceTyping(StringRedisTemplate redis, RoomBroadcaster roomBroadcaster, JsonMapper json,
			@Value("${parley.redis.prefix}") String prefix) {
		this.redis = redis;
		this.roomBroadcaster = roomBroadcaster;
		this.json = json;
		this.channel = prefix + CHANNEL;
	}

	/**
	 * Tells the others, when this one is in the thread, known by name, and was not told
	 * of just before.
	 */
	public void type(SocketSession socketSession, String threadId) {
		var caller = socketSession.identity().caller();
		if (caller == null || !caller.isPerson() || !socketSession.rooms().contains(Rooms.ofThread(threadId))
				|| !socketSession.maySayTyping(threadId)) {
			return;
		}
		tell(new TypingNotice(Ids.next(), threadId, socketSession.id().toString(),
				new TypingNotice.Writer(caller.id(), caller.username(), caller.displayName())));
	}

	void hear(String text) {
		try {
			whisper(this.json.readValue(text, TypingNotice.class));
		}
		catch (JacksonException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("Nobody types like that");
		}
	}

	private void tell(TypingNotice typingNotice) {
		try {
			this.redis.convertAndSend(this.channel, this.json.writeValueAsString(typingNotice));
		}
		catch (DataAccessException ex) {
			log.atDebug().addKeyValue("cause", ex.toString()).log("Who types is told on this instance only");
			whisper(typingNotice);
		}
	}

	private void whisper(TypingNotice typingNotice) {
		var event = new LiveEvent("typing", typingNotice.id(), "typing", typingNotice.threadId(),
				typingNotice.threadId(), Map.of("user", typingNotice.user()));
		this.roomBroadcaster.whisper(Rooms.ofThread(typingNotice.threadId()), event, typingNotice.socket());
	}

}
