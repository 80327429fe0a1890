package org.parley.forum.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.platform.events.cluster.ClusterLoop;

import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Counts views in batches: nobody waits for it, and a crash loses those of some seconds.
 * Whoever comes again within a visit is not counted again, whichever instance they meet.
 * Lists show what is counted when they are made anew.
 */
@Component
class ViewCounter implements ClusterLoop.Work, AutoCloseable {

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private static final int BATCH = 1_000;

	private final BlockingQueue<ThreadViewed> noted = new ArrayBlockingQueue<>(20 * BATCH);

	private final Cache<ThreadViewed, Boolean> seen = Caffeine.newBuilder()
		.maximumSize(100_000)
		.expireAfterWrite(RecentVisits.LENGTH)
		.build();

	private final RecentVisits recentVisits;

	private final MongoOperations mongo;

	ViewCounter(RecentVisits recentVisits, MongoOperations mongo) {
		this.recentVisits = recentVisits;
		this.mongo = mongo;
	}

	/** Notes a view. In a flood of them some are dropped. */
	void note(ThreadViewed threadViewed) {
		if (this.seen.asMap().putIfAbsent(threadViewed, true) == null) {
			var _ = this.noted.offer(threadViewed);
		}
	}

	@Override
	public boolean waits() {
		return !this.noted.isEmpty();
	}

	@Override
	public boolean doBatch() {
		var batch = new ArrayList<ThreadViewed>();
		this.noted.drainTo(batch, BATCH);
		var views = this.recentVisits.begunBy(batch);
		if (!views.isEmpty()) {
			add(views.stream().collect(Collectors.groupingBy(ThreadViewed::threadId, Collectors.counting())));
		}
		return waits();
	}

	@Override
	public Duration poll() {
		return PAUSE;
	}

	/** Counts what was noted last. */
	@Override
	public void close() {
		while (waits()) {
			doBatch();
		}
	}

	/** Not through the thread, and in no transaction: its writers share the document. */
	private void add(Map<String, Long> counts) {
		var updates = this.mongo.bulkOps(BulkMode.UNORDERED, "threads");
		counts.forEach((threadId, count) -> updates.updateOne(new Query(Criteria.where("_id").is(threadId)),
				new Update().inc("viewCount", count)));
		updates.execute();
	}

}
