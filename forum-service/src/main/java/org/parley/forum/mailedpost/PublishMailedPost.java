package org.parley.forum.mailedpost;

import java.util.List;
import java.util.Objects;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.mail.PostMailed;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.post.edit.NewPost;
import org.parley.forum.post.edit.ReplyToThread;
import org.parley.forum.thread.ThreadAccess;
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

	private final ThreadAccess threads;

	private final Posts posts;

	private final Validator validator;

	PublishMailedPost(AuthorizedWriters authorizedWriters, ReplyToThread replyToThread, StartThread startThread,
			ThreadAccess threads, Posts posts, Validator validator) {
		this.authorizedWriters = authorizedWriters;
		this.replyToThread = replyToThread;
		this.startThread = startThread;
		this.threads = threads;
		this.posts = posts;
		this.validator = validator;
	}

	/**
	 * Publishes the post.
	 * @throws RefusalException if a request of the author would be refused
	 */
	void publish(PostMailed mailed, Caller author) {
		var writer = this.authorizedWriters.of(author);
		if (mailed.threadId() != null) {
			var threadId = this.threads.holderOf(mailed.threadId());
			var reply = new NewPost(threadId, mailed.content(), parent(mailed.threadId(), mailed));
			this.replyToThread.reply(valid(reply), writer);
		}
		else {
			this.startThread.start(valid(new NewThreadRequest(Objects.requireNonNull(mailed.category()),
					Objects.requireNonNull(mailed.title()), mailed.content(), List.of())), writer);
		}
	}

	/** The post that is answered, unless it was moved or removed meanwhile. */
	private @Nullable String parent(String threadId, PostMailed mailed) {
		var number = mailed.postNumber();
		return (number == null) ? null
				: this.posts.following(threadId, number - 1, 1)
					.stream()
					.filter((post) -> post.number() == number && post.status().isShown())
					.map(Post::id)
					.findFirst()
					.orElse(null);
	}

	private <T> T valid(T request) {
		if (!this.validator.validate(request).isEmpty()) {
			throw new RefusalException(RefusalKind.INVALID, "request.invalid", "The request has invalid properties.");
		}
		return request;
	}

}
