package org.parley.notification.mail.reply;

import org.jspecify.annotations.Nullable;

/**
 * What an address is for.
 *
 * @param userId the only person who may write to it
 * @param postNumber the post that is answered; null for the thread
 */
record ReplyTarget(String userId, String threadId, @Nullable Integer postNumber) {
}
