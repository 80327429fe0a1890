package org.parley.chat.member;

import java.time.Instant;

import org.parley.chat.person.ChatPersonView;

/**
 * A member of a conversation.
 *
 * @param readSeq the number of the last message that the member has read
 * @param joinedAt when the member joined
 */
record ConversationMemberView(ChatPersonView person, long readSeq, Instant joinedAt) {
}
