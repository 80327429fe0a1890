package org.parley.chat.message;

import org.parley.chat.conversation.Conversation;

/**
 * A message with its conversation.
 *
 * @param message the message
 * @param conversation the conversation
 */
public record PlacedMessage(Message message, Conversation conversation) {
}
