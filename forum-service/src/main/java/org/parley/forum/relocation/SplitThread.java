package org.parley.forum.relocation;

import java.time.InstantSource;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.Threads;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Splits replies into a new thread. The caller must moderate both categories. */
@Component
class SplitThread {

	private final ThreadAccess access;

	private final SplitPartReader parts;

	private final Threads threads;

	private final ThreadRelocations relocations;

	private final RelocationQueue queue;

	private final InstantSource clock;

	SplitThread(ThreadAccess access, SplitPartReader parts, Threads threads, ThreadRelocations relocations,
			RelocationQueue queue, InstantSource clock) {
		this.access = access;
		this.parts = parts;
		this.threads = threads;
		this.relocations = relocations;
		this.queue = queue;
		this.clock = clock;
	}

	ThreadRelocation split(String id, SplitRequest request, IfMatch condition, AuthorizedWriter writer) {
		writer.rights().requireModerating();
		return this.queue.submit(() -> {
			var source = this.access.visible(id, writer.rights());
			var category = this.access.categoryOf(source);
			writer.rights().requireModerating(category);
			condition.require(source.version());
			var part = this.parts.read(request, source, category, writer);
			var split = ThreadRelocation.split(source.id(), part, writer.signature(), this.clock.instant());
			source.beginMovingPostsOut(split.id(), null);
			this.threads.update(source);
			return this.relocations.save(split);
		});
	}

}
