package org.parley.realtime.presence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.parley.platform.domain.Ids;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.RoomBroadcaster;
import org.parley.realtime.room.Rooms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Announces changes of presence on all instances, in the rooms of the conversations whose
 * member the person is, to those who may see them.
 */
@Component
class AnnouncePresence {

	static final String CHANNEL = "presence";

	private static final Logger log = LoggerFactory.getLogger(AnnouncePresence.class);

	private final StringRedisTemplate redis;

	private final Rooms rooms;

	private final RoomBroadcaster roomBroadcaster;

	private final PresenceRights presenceRights;

	private final JsonMapper json;

	private final String channel;

	AnnouncePresence(StringRedisTemplate redis, Rooms rooms, RoomBroadcaster roomBroadcaster,
			PresenceRights presenceRights, JsonMapper json, @Value("${parley.redis.prefix}") String prefix) {
		this.redis = redis;
		this.rooms = rooms;
		this.roomBroadcaster = roomBroadcaster;
		this.presenceRights = presenceRights;
		this.json = json;
		this.channel = prefix + CHANNEL;
	}

	/** Announces a change to the clients of all instances. */
	void announce(Presence presence) {
		this.redis.convertAndSend(this.channel, this.json.writeValueAsString(new PresenceNotice(Ids.next(), presence)));
	}

	void receive(String text) {
		try {
			var notice = this.json.readValue(text, PresenceNotice.class);
			this.presenceRights.receivers(notice.presence().id(), this.rooms.names())
				.forEach((room, isReceiver) -> send(notice, room, isReceiver));
		}
		catch (JacksonException | DataAccessException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("A change of presence was not sent");
		}
	}

	private void send(PresenceNotice notice, String room, Predicate<String> isReceiver) {
		var presence = notice.presence();
		var data = new LinkedHashMap<String, Object>();
		data.put("user", Map.of("id", presence.id()));
		data.put("state", presence.state());
		data.put("since", presence.since());
		this.roomBroadcaster.sendTransientTo(isReceiver, room,
				new LiveEvent("presence", notice.id(), "presence", room, presence.id(), data));
	}

	/**
	 * A change on its way to all instances.
	 *
	 * @param id the id of the event
	 */
	record PresenceNotice(String id, Presence presence) {
	}

}
