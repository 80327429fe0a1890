package org.parley.forum.mailedpost;

import java.util.Set;

import org.parley.contracts.mail.MailedPostRefused;
import org.parley.contracts.mail.PostMailed;
import org.parley.forum.member.Members;
import org.parley.forum.thread.ThreadBusyException;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes posts that people have written by mail. A refusal comes before any change, so
 * it is published in the same transaction.
 */
@EventConsumer("forum_members")
class MailedPostListener {

	private final Members members;

	private final PublishMailedPost publishMailedPost;

	private final IncompletePosts incompletePosts;

	private final ApplicationEventPublisher publisher;

	MailedPostListener(Members members, PublishMailedPost publishMailedPost, IncompletePosts incompletePosts,
			ApplicationEventPublisher publisher) {
		this.members = members;
		this.publishMailedPost = publishMailedPost;
		this.incompletePosts = incompletePosts;
		this.publisher = publisher;
	}

	@EventHandler("post.mailed")
	void on(PostMailed mailed) {
		if (!mailed.pictures().isEmpty()) {
			this.incompletePosts.add(mailed);
			return;
		}
		try {
			publish(mailed);
		}
		catch (ThreadBusyException ex) {
			this.incompletePosts.add(mailed);
		}
	}

	/**
	 * Publishes a post whose pictures are media, unless nothing is left of it.
	 * @throws ThreadBusyException if posts of its thread are being moved
	 */
	void publish(PostMailed mailed) {
		if (mailed.content().isBlank()) {
			refuse(mailed, "mail.empty");
			return;
		}
		try {
			this.publishMailedPost.publish(mailed, author(mailed));
		}
		catch (ThreadBusyException ex) {
			throw ex;
		}
		catch (RefusalException ex) {
			refuse(mailed, ex.code());
		}
	}

	private void refuse(PostMailed mailed, String code) {
		this.publisher.publishEvent(new MailedPostRefused(mailed.mailId(), mailed.authorId(), code));
	}

	/** The author as if they had signed in, with all their rights. */
	private Caller author(PostMailed mailed) {
		var member = this.members.author(mailed.authorId());
		return new Caller(member.id(), member.username(), member.displayName(), "mail", mailed.roles(),
				Set.of(Caller.FIRST_PARTY), Set.copyOf(mailed.groups()));
	}

}
