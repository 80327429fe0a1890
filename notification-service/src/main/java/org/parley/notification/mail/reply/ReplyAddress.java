package org.parley.notification.mail.reply;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The address of one person for replies to one thread.
 *
 * @param token a code of person and thread
 * @param usedAt when a mail with it was last sent
 */
@Document("reply_addresses")
record ReplyAddress(@Id String token, String userId, String threadId,
		@Indexed(expireAfter = "365d", useGeneratedName = true) Instant usedAt) {
}
