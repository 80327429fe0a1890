package org.parley.chat.message.read;

/**
 * The unread messages of a person in all conversations that are not muted.
 *
 * @param conversations the number of conversations with unread messages
 * @param messages the number of unread messages
 */
record UnreadMessagesView(int conversations, long messages) {
}
