package org.parley.forum.relocation;

import java.time.InstantSource;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.Threads.ThreadNotFoundException;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Merges a thread into another one. The caller must moderate the categories of both. */
@Component
class MergeThreads {

	private final ThreadAccess threadAccess;

	private final RelocationAccess relocationAccess;

	private final Threads threads;

	private final ThreadRelocations relocations;

	private final RelocationQueue queue;

	private final InstantSource clock;

	MergeThreads(ThreadAccess threadAccess, RelocationAccess relocationAccess, Threads threads,
			ThreadRelocations relocations, RelocationQueue queue, InstantSource clock) {
		this.threadAccess = threadAccess;
		this.relocationAccess = relocationAccess;
		this.threads = threads;
		this.relocations = relocations;
		this.queue = queue;
		this.clock = clock;
	}

	/** Begins a merge, or returns the same merge if it has begun already. */
	ThreadRelocation merge(String id, String into, IfMatch condition, AuthorizedWriter writer) {
		writer.rights().requireModerating();
		return this.queue.submit(() -> this.relocationAccess.lastFrom(id, writer.rights())
			.filter((last) -> last.mergesInto(into))
			.orElseGet(() -> begin(id, into, condition, writer)));
	}

	private ThreadRelocation begin(String id, String into, IfMatch condition, AuthorizedWriter writer) {
		var source = this.threadAccess.visible(id, writer.rights());
		requireModerating(source, writer);
		condition.require(source.version());
		if (id.equals(into)) {
			throw RefusalException.conflict("thread.same", "A thread cannot be merged into itself.");
		}
		var target = target(into, writer.rights());
		requireModerating(target, writer);
		var merge = ThreadRelocation.merge(source.id(), target.id(), writer.signature(), this.clock.instant());
		source.beginMovingPostsOut(merge.id(), target.id());
		target.beginMovingPostsIn(merge.id());
		this.threads.update(source);
		this.threads.update(target);
		return this.relocations.save(merge);
	}

	private void requireModerating(ForumThread thread, AuthorizedWriter writer) {
		writer.rights().requireModerating(this.threadAccess.categoryOf(thread));
	}

	private ForumThread target(String into, Rights rights) {
		try {
			return this.threadAccess.visible(into, rights);
		}
		catch (ThreadNotFoundException ex) {
			throw RefusalException.field("into", "thread.not-found", "is not a visible thread");
		}
	}

}
