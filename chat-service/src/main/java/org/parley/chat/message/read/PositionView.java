package org.parley.chat.message.read;

/**
 * A member's read position.
 *
 * @param seq the number of the last message that the member has read
 * @param unreadCount the number of later messages of others
 */
record PositionView(String conversationId, long seq, long unreadCount) {
}
