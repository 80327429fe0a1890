package org.parley.forum.answer;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostNews;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.ThreadNews;
import org.parley.forum.thread.Threads;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets a thread's author say which reply answers it, and take that back. */
@Component
class AcceptAnswer {

	private final ThreadAccess access;

	private final Threads threads;

	private final Posts posts;

	private final ThreadNews news;

	private final PostNews postNews;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork work;

	AcceptAnswer(ThreadAccess access, Threads threads, Posts posts, ThreadNews news, PostNews postNews,
			ApplicationEventPublisher publisher, UnitOfWork work) {
		this.access = access;
		this.threads = threads;
		this.posts = posts;
		this.news = news;
		this.postNews = postNews;
		this.publisher = publisher;
		this.work = work;
	}

	ForumThread accept(String threadId, String postId, IfMatch condition, AuthorizedWriter authorizedWriter) {
		return this.work.run(() -> {
			var thread = read(threadId, condition, authorizedWriter);
			var answer = this.posts.find(postId)
				.filter((post) -> post.answers(thread.id()))
				.orElseThrow(() -> ProblemException.field("postId", "post.not-found",
						"is no reply of this thread that can be read"));
			if (thread.accept(answer.id(), authorizedWriter.in(this.access.categoryOf(thread)))) {
				tell("answer.accepted", thread, answer, authorizedWriter);
			}
			return thread;
		});
	}

	ForumThread withdraw(String threadId, IfMatch condition, AuthorizedWriter authorizedWriter) {
		return this.work.run(() -> {
			var thread = read(threadId, condition, authorizedWriter);
			thread.withdrawAnswer(authorizedWriter.in(this.access.categoryOf(thread)))
				.ifPresent((answer) -> tell("answer.withdrawn", thread, this.posts.find(answer).orElseThrow(),
						authorizedWriter));
			return thread;
		});
	}

	private ForumThread read(String threadId, IfMatch condition, AuthorizedWriter authorizedWriter) {
		var thread = this.access.visible(threadId, authorizedWriter.rights());
		condition.require(thread.version());
		thread.requireNotClosing();
		return thread;
	}

	private void tell(String type, ForumThread thread, Post answer, AuthorizedWriter authorizedWriter) {
		this.threads.update(thread);
		this.publisher.publishEvent(new AnswerChanged(type, this.news.data(thread), this.postNews.reference(answer),
				authorizedWriter.signature()));
		this.news.touch(thread.id());
	}

}
