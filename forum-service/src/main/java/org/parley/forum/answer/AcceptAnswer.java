package org.parley.forum.answer;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.post.Posts;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.Threads;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Accepts a reply as the answer of a thread, and withdraws the acceptance. */
@Component
class AcceptAnswer {

	private final ThreadAccess access;

	private final Threads threads;

	private final Posts posts;

	private final PostEventPublisher events;

	private final UnitOfWork unitOfWork;

	AcceptAnswer(ThreadAccess access, Threads threads, Posts posts, PostEventPublisher events, UnitOfWork unitOfWork) {
		this.access = access;
		this.threads = threads;
		this.posts = posts;
		this.events = events;
		this.unitOfWork = unitOfWork;
	}

	ForumThread accept(String threadId, String postId, IfMatch condition, AuthorizedWriter writer) {
		return this.unitOfWork.run(() -> {
			var thread = read(threadId, condition, writer);
			var answer = this.posts.find(postId)
				.filter((post) -> post.isShownReplyIn(thread.id()))
				.orElseThrow(() -> RefusalException.field("postId", "post.not-found",
						"is not a visible reply of this thread"));
			this.posts.forceConflict(answer.id());
			if (thread.acceptAnswer(answer.id(), writer.in(this.access.categoryOf(thread)))) {
				this.threads.update(thread);
				this.events.publishAnswer("answer.accepted", thread, answer, writer.signature());
			}
			return thread;
		});
	}

	ForumThread withdraw(String threadId, IfMatch condition, AuthorizedWriter writer) {
		return this.unitOfWork.run(() -> {
			var thread = read(threadId, condition, writer);
			thread.withdrawAnswer(writer.in(this.access.categoryOf(thread))).ifPresent((answerId) -> {
				var answer = this.posts.find(answerId).orElseThrow();
				this.threads.update(thread);
				this.events.publishAnswer("answer.withdrawn", thread, answer, writer.signature());
			});
			return thread;
		});
	}

	private ForumThread read(String threadId, IfMatch condition, AuthorizedWriter writer) {
		var thread = this.access.visible(threadId, writer.rights());
		condition.require(thread.version());
		thread.requireNotClosing();
		return thread;
	}

}
