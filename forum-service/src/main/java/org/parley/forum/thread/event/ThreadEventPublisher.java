package org.parley.forum.thread.event;

import java.util.Set;

import org.parley.contracts.PersonReference;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.forum.CategoryReference;
import org.parley.contracts.forum.ThreadData;
import org.parley.contracts.forum.ThreadReference;
import org.parley.contracts.forum.thread.ThreadChanged;
import org.parley.contracts.forum.thread.ThreadMoved;
import org.parley.forum.counter.CountersAggregated;
import org.parley.forum.member.Members;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Publishes the changes of threads: as events for other services, and as
 * {@link ThreadsTouched} for this one.
 */
@Component
public class ThreadEventPublisher {

	/** The changes that authors may make. */
	private static final Set<String> OF_AUTHORS = Set.of("thread.edited", "thread.removed");

	private final ThreadAccess access;

	private final Members members;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final AdministratorActs acts;

	ThreadEventPublisher(ThreadAccess access, Members members, UnitOfWork unitOfWork,
			ApplicationEventPublisher publisher, AdministratorActs acts) {
		this.access = access;
		this.members = members;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
		this.acts = acts;
	}

	/** The thread as events contain it. */
	public ThreadData data(ForumThread thread) {
		return new ThreadData(thread.id(), thread.slug(), thread.title(), this.access.categoryOf(thread).reference(),
				author(thread), thread.tagKeys(), thread.visibleStatus(), thread.pinned(), thread.acceptedAnswer(),
				thread.version());
	}

	/** The thread as events refer to it. */
	public ThreadReference reference(ForumThread thread) {
		return new ThreadReference(thread.id(), thread.slug(), thread.title(),
				this.access.categoryOf(thread).reference(), author(thread), thread.tagKeys());
	}

	/** Publishes {@link ThreadsTouched} after the transaction commits. */
	public void touch(String threadId) {
		touch(Set.of(threadId));
	}

	private void touch(Set<String> threadIds) {
		this.unitOfWork.afterCommit(() -> this.publisher.publishEvent(new ThreadsTouched(threadIds)));
	}

	/** Lists and pages show the counters. */
	@EventListener
	void on(CountersAggregated aggregated) {
		touch(aggregated.threadIds());
	}

	/** Publishes what a person has changed; what a moderator does goes to the audit. */
	public void publishChangedBy(PersonReference person, String type, ForumThread thread) {
		publishChanged(type, thread, person);
		if (OF_AUTHORS.contains(type) && person.id().equals(thread.authorId())) {
			return;
		}
		report(type.substring(type.indexOf('.') + 1), thread, person);
	}

	public void publishChanged(String type, ForumThread thread, PersonReference by) {
		this.publisher.publishEvent(new ThreadChanged(type, data(thread), by));
		touch(thread.id());
	}

	public void publishMoved(ForumThread thread, CategoryReference from, PersonReference by) {
		this.publisher.publishEvent(new ThreadMoved(data(thread), from, by));
		touch(thread.id());
		report("moved", thread, by);
	}

	/** Reports to the audit what a moderator does with a thread. */
	public void report(String change, ForumThread thread, PersonReference by) {
		this.acts.record(AdministratorAct.THREAD_MODERATED, by.id(), change + " " + thread.id());
	}

	private PersonReference author(ForumThread thread) {
		return this.members.author(thread.authorId()).signature();
	}

}
