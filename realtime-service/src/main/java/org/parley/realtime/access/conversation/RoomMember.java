package org.parley.realtime.access.conversation;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored membership. An ended one remains, so that an older event cannot restore it.
 *
 * @param id the ids of the conversation and the user
 * @param present whether the user is a member
 * @param wrote whether the user has written in the conversation; null until then
 * @param version the number of the change among those of the conversation's members
 */
@Document("members")
@CompoundIndex(def = "{'conversationId': 1, 'present': 1, 'userId': 1, 'wrote': 1}")
@CompoundIndex(def = "{'userId': 1, 'present': 1, 'conversationId': 1, 'wrote': 1}")
record RoomMember(@Id String id, String conversationId, String userId, boolean present, @Nullable Boolean wrote,
		long version) {

	static String id(String conversationId, String userId) {
		return conversationId + ":" + userId;
	}

}
