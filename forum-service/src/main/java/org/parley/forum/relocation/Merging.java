package org.parley.forum.relocation;

import java.time.InstantSource;

import org.parley.platform.security.category.Rights;
import org.parley.forum.category.Writer;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.ThreadNotFoundException;
import org.parley.forum.thread.Threads;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Lets those who moderate both make a thread part of another. */
@Component
class Merging {

	private final ThreadAccess access;

	private final Threads threads;

	private final WorkAccess works;

	private final ClusterLoop mover;

	private final UnitOfWork work;

	private final InstantSource clock;

	Merging(ThreadAccess access, Threads threads, WorkAccess works, @Qualifier("threadMover") ClusterLoop mover,
			UnitOfWork work, InstantSource clock) {
		this.access = access;
		this.threads = threads;
		this.works = works;
		this.mover = mover;
		this.work = work;
		this.clock = clock;
	}

	/** Begins; what has begun or is done already stays as it is. */
	ThreadWork merge(String id, String into, IfMatch condition, Writer writer) {
		writer.rights().requireModerating();
		var begun = this.work.run(() -> this.works.lastOf(id, writer.rights())
			.filter((last) -> last.mergesInto(into))
			.orElseGet(() -> begin(id, into, condition, writer)));
		this.mover.signal();
		return begun;
	}

	private ThreadWork begin(String id, String into, IfMatch condition, Writer writer) {
		var source = this.access.visible(id, writer.rights());
		requireModerating(source, writer);
		condition.require(source.version());
		if (id.equals(into)) {
			throw ProblemException.conflict("thread.same", "A thread cannot be merged into itself.");
		}
		var target = target(into, writer.rights());
		requireModerating(target, writer);
		var begun = ThreadWork.merge(source.id(), target.id(), writer.signature(), this.clock.instant());
		source.close(begun.id(), target.id());
		target.receive(begun.id());
		this.threads.update(source);
		this.threads.update(target);
		return this.works.begin(begun);
	}

	private void requireModerating(ForumThread thread, Writer writer) {
		writer.rights().requireModerating(this.access.categoryOf(thread));
	}

	private ForumThread target(String into, Rights rights) {
		try {
			return this.access.visible(into, rights);
		}
		catch (ThreadNotFoundException ex) {
			throw ProblemException.field("into", "thread.not-found", "is no thread that you can see");
		}
	}

}
