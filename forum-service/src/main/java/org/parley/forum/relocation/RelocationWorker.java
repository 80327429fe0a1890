package org.parley.forum.relocation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.parley.forum.post.MovePosts;
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
 * in the {@link ThreadRelocation} that it is done, or may be repeated; so whoever comes
 * after a crash goes on where that was, and two movers at a time, should a lease break,
 * cannot harm: one of them finds that the work has gone on.
 */
@Component
class RelocationWorker implements ClusterLoop.Work {

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final int BATCH = 50;

	private final ThreadRelocations works;

	private final ThreadSettlement threadSettlement;

	private final Threads threads;

	private final Posts posts;

	private final MovePosts movePosts;

	private final CreateSplitThread createSplitThread;

	private final CloseEmptiedThreads closeEmptiedThreads;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork work;

	private final InstantSource clock;

	RelocationWorker(ThreadRelocations works, ThreadSettlement threadSettlement, Threads threads, Posts posts,
			MovePosts movePosts, CreateSplitThread createSplitThread, CloseEmptiedThreads closeEmptiedThreads,
			ApplicationEventPublisher publisher, UnitOfWork work, InstantSource clock) {
		this.works = works;
		this.threadSettlement = threadSettlement;
		this.threads = threads;
		this.posts = posts;
		this.movePosts = movePosts;
		this.createSplitThread = createSplitThread;
		this.closeEmptiedThreads = closeEmptiedThreads;
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

	private void step(ThreadRelocation due) {
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

	private void close(ThreadRelocation closing) {
		if (this.threadSettlement.isOver(closing, thread(closing.sourceId()))) {
			closing.closed();
		}
		else {
			closing.waitUntil(this.clock.instant().plus(PAUSE));
		}
	}

	private void move(ThreadRelocation movePosts) {
		if (movePosts.carried().isEmpty()) {
			change(movePosts, this::moveOn);
			return;
		}
		this.publisher
			.publishEvent(new PostsRelocated(movePosts.carried(), movePosts.sourceId(), movePosts.targetId()));
		change(movePosts, ThreadRelocation::followed);
	}

	private void moveOn(ThreadRelocation movePosts) {
		var source = thread(movePosts.sourceId());
		var batch = next(movePosts);
		if (batch.isEmpty()) {
			this.closeEmptiedThreads.end(movePosts, source);
			movePosts.emptied();
			return;
		}
		var last = batch.getLast().number();
		var ids = batch.stream().map(Post::id).toList();
		var there = this.threads.find(movePosts.targetId());
		var target = there.orElseGet(() -> this.createSplitThread.open(movePosts, source, batch));
		var first = there.isPresent() ? this.threads.takeNumbers(target.id(), batch.size()) - batch.size() + 1 : 1;
		this.movePosts.move(batch, source, target, first, movePosts.by());
		leaveBehind(movePosts, source, ids);
		movePosts.moved(ids, last);
	}

	private List<Post> next(ThreadRelocation movePosts) {
		var chosen = chosen(movePosts);
		return chosen.isEmpty() ? this.posts.following(movePosts.sourceId(), movePosts.reached(), BATCH)
				: this.posts.following(movePosts.sourceId(), movePosts.reached(), chosen, BATCH);
	}

	/** Where all that follows goes, too, no answer is left behind. */
	private void leaveBehind(ThreadRelocation movePosts, ForumThread source, List<String> gone) {
		var chosen = chosen(movePosts);
		if (!chosen.isEmpty()) {
			this.movePosts.orphan(source, gone, chosen);
		}
	}

	private static List<String> chosen(ThreadRelocation movePosts) {
		var part = movePosts.part();
		return (part != null) ? part.posts() : List.of();
	}

	private void finish(ThreadRelocation finishing) {
		if (finishing.kind() == RelocationKind.MERGE) {
			this.publisher.publishEvent(new ThreadMergedAway(finishing.sourceId(), finishing.targetId()));
		}
		change(finishing, (now) -> now.done(this.clock.instant()));
	}

	/** Takes a step in one transaction, unless somebody has taken it. */
	private void change(ThreadRelocation seen, Consumer<ThreadRelocation> step) {
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
