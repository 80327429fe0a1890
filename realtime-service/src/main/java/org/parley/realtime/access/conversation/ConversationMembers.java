package org.parley.realtime.access.conversation;

import java.util.Set;

/**
 * The members of a conversation.
 *
 * @param all their ids
 * @param writers the ids of those who have written in it
 */
public record ConversationMembers(Set<String> all, Set<String> writers) {
}
