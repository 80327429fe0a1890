package org.parley.forum.thread;

import org.parley.forum.category.event.CategoryRef;
import org.parley.forum.member.Members;
import org.parley.forum.member.PersonReference;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what became of threads: other services by events, this one by touches. */
@Component
public class ThreadNews {

	private final ThreadAccess access;

	private final Members members;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	ThreadNews(ThreadAccess access, Members members, UnitOfWork work, ApplicationEventPublisher publisher) {
		this.access = access;
		this.members = members;
		this.work = work;
		this.publisher = publisher;
	}

	/** A thread as events tell of it. */
	public ThreadData data(ForumThread thread) {
		return new ThreadData(thread.id(), thread.slug(), thread.title(), this.access.categoryOf(thread).reference(),
				author(thread), thread.tags(), ThreadView.status(thread), thread.pinned(), thread.acceptedAnswer(),
				thread.version());
	}

	/** A thread as events name it. */
	public ThreadReference reference(ForumThread thread) {
		return new ThreadReference(thread.id(), thread.slug(), thread.title(),
				this.access.categoryOf(thread).reference(), author(thread), thread.tags());
	}

	/**
	 * What lists or pages show of a thread will have changed when the transaction ends.
	 */
	public void touch(String threadId) {
		this.work.afterCommit(() -> this.publisher.publishEvent(new ThreadTouched(threadId)));
	}

	void tell(String type, ForumThread thread, PersonReference by) {
		this.publisher.publishEvent(new ThreadChanged(type, data(thread), by));
		touch(thread.id());
	}

	void tellMoved(ForumThread thread, CategoryRef from, PersonReference by) {
		this.publisher.publishEvent(new ThreadMoved(data(thread), from, by));
		touch(thread.id());
	}

	private PersonReference author(ForumThread thread) {
		return this.members.author(thread.authorId()).signature();
	}

}
