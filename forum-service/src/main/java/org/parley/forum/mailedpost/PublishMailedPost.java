package org.parley.forum.mailedpost;

import java.util.List;
import java.util.Objects;

import jakarta.validation.Validator;
import org.parley.contracts.mail.PostMailed;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.post.edit.NewPost;
import org.parley.forum.post.edit.ReplyToThread;
import org.parley.forum.threadstart.NewThreadRequest;
import org.parley.forum.threadstart.StartThread;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.stereotype.Component;

/** Replies or starts a thread for a mail, by the rules of every reply and thread. */
@Component
class PublishMailedPost {

	private final AuthorizedWriters authorizedWriters;

	private final ReplyToThread replyToThread;

	private final StartThread startThread;

	private final AnsweredPosts answeredPosts;

	private final Validator validator;

	PublishMailedPost(AuthorizedWriters authorizedWriters, ReplyToThread replyToThread, StartThread startThread,
			AnsweredPosts answeredPosts, Validator validator) {
		this.authorizedWriters = authorizedWriters;
		this.replyToThread = replyToThread;
		this.startThread = startThread;
		this.answeredPosts = answeredPosts;
		this.validator = validator;
	}

	/**
	 * Publishes the post.
	 * @throws RefusalException if a request of the author would be refused
	 */
	void publish(PostMailed mailed, Caller author) {
		var writer = this.authorizedWriters.of(author);
		if (mailed.threadId() != null) {
			var place = this.answeredPosts.find(mailed.threadId(), mailed.postNumber());
			this.replyToThread.reply(valid(new NewPost(place.threadId(), mailed.content(), place.postId())), writer);
		}
		else {
			this.startThread.start(valid(new NewThreadRequest(Objects.requireNonNull(mailed.category()),
					Objects.requireNonNull(mailed.title()), mailed.content(), List.of())), writer);
		}
	}

	private <T> T valid(T request) {
		if (!this.validator.validate(request).isEmpty()) {
			throw new RefusalException(RefusalKind.INVALID, "request.invalid", "The request has invalid properties.");
		}
		return request;
	}

}
