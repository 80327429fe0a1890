package org.parley.notification.mail.reply;

import org.parley.contracts.mail.MailReceived;
import org.parley.contracts.mail.MailedPostRefused;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes mails of people, and refusals of the posts in them. */
@EventConsumer("notifications")
class ReceivedMailListener {

	private final AcceptMailedPost acceptMailedPost;

	private final RefuseMailedPost refuseMailedPost;

	ReceivedMailListener(AcceptMailedPost acceptMailedPost, RefuseMailedPost refuseMailedPost) {
		this.acceptMailedPost = acceptMailedPost;
		this.refuseMailedPost = refuseMailedPost;
	}

	@EventHandler("mail.received")
	void on(MailReceived mail) {
		this.acceptMailedPost.accept(mail);
	}

	@EventHandler("mailed-post.refused")
	void on(MailedPostRefused refused) {
		this.refuseMailedPost.refuse(refused.mailId(), refused.authorId(), refused.code());
	}

}
