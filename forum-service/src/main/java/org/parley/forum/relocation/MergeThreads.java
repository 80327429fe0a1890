package org.parley.forum.relocation;

import java.time.InstantSource;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.ThreadNotFoundException;
import org.parley.forum.thread.Threads;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.security.category.Rights;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Lets those who moderate both make a thread part of another. */
@Component
class MergeThreads {

	private final ThreadAccess access;

	private final Threads threads;

	private final RelocationAccess works;

	private final ClusterLoop mover;

	private final UnitOfWork work;

	private final InstantSource clock;

	MergeThreads(ThreadAccess access, Threads threads, RelocationAccess works,
			@Qualifier("threadMover") ClusterLoop mover, UnitOfWork work, InstantSource clock) {
		this.access = access;
		this.threads = threads;
		this.works = works;
		this.mover = mover;
		this.work = work;
		this.clock = clock;
	}

	/** Begins; what has begun or is done already stays as it is. */
	ThreadRelocation merge(String id, String into, IfMatch condition, AuthorizedWriter authorizedWriter) {
		authorizedWriter.rights().requireModerating();
		var begun = this.work.run(() -> this.works.lastOf(id, authorizedWriter.rights())
			.filter((last) -> last.mergesInto(into))
			.orElseGet(() -> begin(id, into, condition, authorizedWriter)));
		this.mover.signal();
		return begun;
	}

	private ThreadRelocation begin(String id, String into, IfMatch condition, AuthorizedWriter authorizedWriter) {
		var source = this.access.visible(id, authorizedWriter.rights());
		requireModerating(source, authorizedWriter);
		condition.require(source.version());
		if (id.equals(into)) {
			throw ProblemException.conflict("thread.same", "A thread cannot be merged into itself.");
		}
		var target = target(into, authorizedWriter.rights());
		requireModerating(target, authorizedWriter);
		var begun = ThreadRelocation.merge(source.id(), target.id(), authorizedWriter.signature(),
				this.clock.instant());
		source.close(begun.id(), target.id());
		target.receive(begun.id());
		this.threads.update(source);
		this.threads.update(target);
		return this.works.begin(begun);
	}

	private void requireModerating(ForumThread thread, AuthorizedWriter authorizedWriter) {
		authorizedWriter.rights().requireModerating(this.access.categoryOf(thread));
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
