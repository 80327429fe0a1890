package org.parley.forum.statistics;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The latest count of the sent mails, which notification-service counts.
 *
 * @param sent the number of mails that were sent in the 30 days before
 * @param version the time of the count in milliseconds
 */
@Document("mail_counts")
record MailCount(@Id String id, long sent, long version) {

	/** The id of the only document. */
	static final String ID = "mails";

}
