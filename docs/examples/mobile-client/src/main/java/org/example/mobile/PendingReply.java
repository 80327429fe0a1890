package org.example.mobile;

/**
 * A reply that the server has not confirmed.
 *
 * @param key the {@code Idempotency-Key}: however often the reply is sent, it is stored
 * once
 * @param content the text in Markdown
 */
public record PendingReply(String key, String threadId, String content) {
}
