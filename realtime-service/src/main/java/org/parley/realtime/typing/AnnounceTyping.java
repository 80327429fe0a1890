package org.parley.realtime.typing;

import java.util.Map;

import org.parley.contracts.PersonReference;
import org.parley.platform.domain.Ids;
import org.parley.realtime.access.social.RoomBlocks;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.RoomBroadcaster;
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
 * Announces to a room that a user is typing, on all instances; without Redis only on this
 * one. Notices are not recorded.
 */
@Component
public class AnnounceTyping {

	static final String CHANNEL = "typing";

	private static final Logger log = LoggerFactory.getLogger(AnnounceTyping.class);

	private final StringRedisTemplate redis;

	private final RoomBroadcaster roomBroadcaster;

	private final RoomBlocks blocks;

	private final JsonMapper json;

	private final String channel;

	AnnounceTyping(StringRedisTemplate redis, RoomBroadcaster roomBroadcaster, RoomBlocks blocks, JsonMapper json,
			@Value("${parley.redis.prefix}") String prefix) {
		this.redis = redis;
		this.roomBroadcaster = roomBroadcaster;
		this.blocks = blocks;
		this.json = json;
		this.channel = prefix + CHANNEL;
	}

	/**
	 * Announces typing if the socket belongs to a user who has joined the room, at most
	 * once per {@code parley.realtime.session.typing}.
	 */
	public void announce(SocketSession socketSession, String room) {
		var caller = socketSession.identity().caller();
		if (caller == null || !caller.isPerson() || !socketSession.rooms().contains(room)
				|| !socketSession.claimTypingNotice(room)) {
			return;
		}
		publish(new TypingNotice(Ids.next(), room, socketSession.id().toString(),
				new PersonReference(caller.id(), caller.username(), caller.displayName())));
	}

	void receive(String text) {
		try {
			send(this.json.readValue(text, TypingNotice.class));
		}
		catch (JacksonException | DataAccessException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("A typing notice was not sent");
		}
	}

	private void publish(TypingNotice typingNotice) {
		try {
			this.redis.convertAndSend(this.channel, this.json.writeValueAsString(typingNotice));
		}
		catch (DataAccessException ex) {
			log.atDebug()
				.addKeyValue("cause", ex.toString())
				.log("Redis is unavailable; typing is announced on this instance only");
			send(typingNotice);
		}
	}

	private void send(TypingNotice typingNotice) {
		var event = new LiveEvent("typing", typingNotice.id(), "typing", typingNotice.room(), typingNotice.room(),
				Map.of("user", typingNotice.user()));
		this.roomBroadcaster.sendTransient(typingNotice.room(), event, typingNotice.socket(),
				this.blocks.separatedFrom(typingNotice.user().id()));
	}

	/**
	 * A user is typing in a room. Notices are sent at once and never stored.
	 *
	 * @param socket socket of the user, which does not receive the notice
	 */
	record TypingNotice(String id, String room, String socket, PersonReference user) {
	}

}
