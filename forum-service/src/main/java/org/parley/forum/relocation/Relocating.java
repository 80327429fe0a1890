package org.parley.forum.relocation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.parley.forum.post.Moving;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Merges and splits threads, step by step. Each step is one transaction that also notes
 * in the {@link ThreadWork} that it is done, or may be repeated; so whoever comes after a
 * crash goes on where that was, and two movers at a time, should a lease break, cannot
 * harm: one of them finds that the work has gone on.
 */
@Component
class Relocating implements ClusterLoop.Work {

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final int BATCH = 50;

	private final ThreadWorks works;

	private final Settling settling;

	private final Threads threads;

	private final Posts posts;

	private final Moving moving;

	private final SplittingOff splittingOff;

	private final Ending ending;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork work;

	private final InstantSource clock;

	Relocating(ThreadWorks works, Settling settling, Threads threads, Posts posts, Moving moving,
			SplittingOff splittingOff, Ending ending, ApplicationEventPublisher publisher, UnitOfWork work,
			InstantSource clock) {
		this.works = works;
		this.settling = settling;
		this.threads = threads;
		this.posts = posts;
		this.moving = moving;
		this.splittingOff = splittingOff;
		this.ending = ending;
		this.publisher = publisher;
		this.work = work;
		this.clock = clock;
	}

	@Override
	public boolean waits() {
		return this.works.areDue();
	}

	/** Takes one step; false when there was none to take. */
	@Override
	public boolean doBatch() {
		var due = this.works.due();
		due.ifPresent(this::step);
		return due.isPresent();
	}

	private void step(ThreadWork due) {
		try {
			switch (due.state()) {
				case CLOSING -> change(due, this::close);
				case MOVING -> move(due);
				case FINISHING -> finish(due);
				case DONE -> throw new IllegalStateException("What is done is not due");
			}
		}
		catch (RuntimeException ex) {
			this.works.putBack(due);
			throw ex;
		}
	}

	private void close(ThreadWork closing) {
		if (this.settling.isOver(closing, thread(closing.sourceId()))) {
			closing.closed();
		}
		else {
			closing.waitUntil(this.clock.instant().plus(PAUSE));
		}
	}

	private void move(ThreadWork moving) {
		if (moving.carried().isEmpty()) {
			change(moving, this::moveOn);
			return;
		}
		this.publisher.publishEvent(new PostsRelocated(moving.carried(), moving.sourceId(), moving.targetId()));
		change(moving, ThreadWork::followed);
	}

	private void moveOn(ThreadWork moving) {
		var source = thread(moving.sourceId());
		var batch = next(moving);
		if (batch.isEmpty()) {
			this.ending.end(moving, source);
			moving.emptied();
			return;
		}
		var last = batch.getLast().number();
		var ids = batch.stream().map(Post::id).toList();
		var there = this.threads.find(moving.targetId());
		var target = there.orElseGet(() -> this.splittingOff.open(moving, source, batch));
		var first = there.isPresent() ? this.threads.takeNumbers(target.id(), batch.size()) - batch.size() + 1 : 1;
		this.moving.move(batch, source, target, first, moving.by());
		leaveBehind(moving, source, ids);
		moving.moved(ids, last);
	}

	private List<Post> next(ThreadWork moving) {
		var chosen = chosen(moving);
		return chosen.isEmpty() ? this.posts.following(moving.sourceId(), moving.reached(), BATCH)
				: this.posts.following(moving.sourceId(), moving.reached(), chosen, BATCH);
	}

	/** Where all that follows goes, too, no answer is left behind. */
	private void leaveBehind(ThreadWork moving, ForumThread source, List<String> gone) {
		var chosen = chosen(moving);
		if (!chosen.isEmpty()) {
			this.moving.orphan(source, gone, chosen);
		}
	}

	private static List<String> chosen(ThreadWork moving) {
		var part = moving.part();
		return (part != null) ? part.posts() : List.of();
	}

	private void finish(ThreadWork finishing) {
		if (finishing.kind() == Kind.MERGE) {
			this.publisher.publishEvent(new ThreadRelocated(finishing.sourceId(), finishing.targetId()));
		}
		change(finishing, (now) -> now.done(this.clock.instant()));
	}

	/** Takes a step in one transaction, unless somebody has taken it. */
	private void change(ThreadWork seen, Consumer<ThreadWork> step) {
		this.work.run(() -> {
			var now = this.works.find(seen.id()).orElseThrow();
			if (Objects.equals(now.version(), seen.version())) {
				step.accept(now);
				this.works.save(now);
			}
			return now;
		});
	}

	private ForumThread thread(String id) {
		return this.threads.find(id).orElseThrow(() -> new IllegalStateException("Threads are not deleted"));
	}

}
