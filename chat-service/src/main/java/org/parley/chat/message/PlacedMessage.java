package org.parley.chat.message;

import org.parley.chat.conversation.Conversation;

/** A message with its conversation. */
public record PlacedMessage(Message message, Conversation conversation) {
}
