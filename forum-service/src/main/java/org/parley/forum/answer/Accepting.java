package org.parley.forum.answer;

import org.parley.forum.category.Writer;
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
class Accepting {

	private final ThreadAccess access;

	private final Threads threads;

	private final Posts posts;

	private final ThreadNews news;

	private final PostNews postNews;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork work;

	Accepting(ThreadAccess access, Threads threads, Posts posts, ThreadNews news, PostNews postNews,
			ApplicationEventPublisher publisher, UnitOfWork work) {
		this.access = access;
		this.threads = threads;
		this.posts = posts;
		this.news = news;
		this.postNews = postNews;
		this.publisher = publisher;
		this.work = work;
	}

	ForumThread accept(String threadId, String postId, IfMatch condition, Writer writer) {
		return this.work.run(() -> {
			var thread = read(threadId, condition, writer);
			var answer = this.posts.find(postId)
				.filter((post) -> post.answers(thread.id()))
				.orElseThrow(() -> ProblemException.field("postId", "post.not-found",
						"is no reply of this thread that can be read"));
			if (thread.accept(answer.id(), writer.in(this.access.categoryOf(thread)))) {
				tell("answer.accepted", thread, answer, writer);
			}
			return thread;
		});
	}

	ForumThread withdraw(String threadId, IfMatch condition, Writer writer) {
		return this.work.run(() -> {
			var thread = read(threadId, condition, writer);
			thread.withdrawAnswer(writer.in(this.access.categoryOf(thread)))
				.ifPresent((answer) -> tell("answer.withdrawn", thread, this.posts.find(answer).orElseThrow(), writer));
			return thread;
		});
	}

	private ForumThread read(String threadId, IfMatch condition, Writer writer) {
		var thread = this.access.visible(threadId, writer.rights());
		condition.require(thread.version());
		thread.requireNotClosing();
		return thread;
	}

	private void tell(String type, ForumThread thread, Post answer, Writer writer) {
		this.threads.update(thread);
		this.publisher.publishEvent(
				new AnswerChanged(type, this.news.data(thread), this.postNews.reference(answer), writer.signature()));
		this.news.touch(thread.id());
	}

}
