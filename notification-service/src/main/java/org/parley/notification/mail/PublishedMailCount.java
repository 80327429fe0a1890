package org.parley.notification.mail;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The number of sent mails that was published last.
 *
 * @param at when it was published
 */
@Document("mail_counts")
record PublishedMailCount(@Id String id, long sent, Instant at) {

	/** The id of the only document. */
	static final String ID = "mails";

}
