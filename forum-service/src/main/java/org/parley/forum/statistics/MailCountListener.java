package org.parley.forum.statistics;

import org.parley.contracts.mail.MailsCounted;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes counts of mails. A repeated or late one has no effect. */
@EventConsumer(value = "forum_members", repeatable = true)
class MailCountListener {

	private final ForumCounts forumCounts;

	MailCountListener(ForumCounts forumCounts) {
		this.forumCounts = forumCounts;
	}

	@EventHandler("mails.counted")
	void on(MailsCounted counted) {
		this.forumCounts.saveMails(counted.sent(), counted.at());
	}

}
