package org.parley.forum.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.WorkClaim;

import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Counts views in batches outside of requests. A crash loses the views of a few seconds.
 * Each visit counts once across all instances. Cached lists show a new count when they
 * are next computed.
 */
@Component
class ViewCounter implements ClusterLoop.Work, AutoCloseable {

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	private static final int BATCH_SIZE = 1_000;

	private final BlockingQueue<ThreadViewed> queue = new ArrayBlockingQueue<>(20 * BATCH_SIZE);

	private final Cache<ThreadViewed, Boolean> seen = Caffeine.newBuilder()
		.maximumSize(100_000)
		.expireAfterWrite(RecentVisits.VISIT_DURATION)
		.build();

	private final RecentVisits recentVisits;

	private final MongoOperations mongo;

	ViewCounter(RecentVisits recentVisits, MongoOperations mongo) {
		this.recentVisits = recentVisits;
		this.mongo = mongo;
	}

	@Bean
	static ClusterLoop viewCounterLoop(ViewCounter views) {
		return new ClusterLoop("view-counter", new AlwaysClaimed(), views);
	}

	/** Queues a view. A full queue drops it. */
	void record(ThreadViewed threadViewed) {
		if (this.seen.asMap().putIfAbsent(threadViewed, true) == null) {
			var _ = this.queue.offer(threadViewed);
		}
	}

	@Override
	public boolean waits() {
		return !this.queue.isEmpty();
	}

	@Override
	public boolean doBatch() {
		var batch = new ArrayList<ThreadViewed>();
		this.queue.drainTo(batch, BATCH_SIZE);
		var views = this.recentVisits.startVisits(batch);
		if (!views.isEmpty()) {
			add(views.stream().collect(Collectors.groupingBy(ThreadViewed::threadId, Collectors.counting())));
		}
		return waits();
	}

	@Override
	public Duration poll() {
		return INTERVAL;
	}

	/** Counts the remaining views. */
	@Override
	public void close() {
		while (waits()) {
			doBatch();
		}
	}

	/** Increments without a transaction, because many writers share the document. */
	private void add(Map<String, Long> counts) {
		var updates = this.mongo.bulkOps(BulkMode.UNORDERED, "threads");
		counts.forEach((threadId, count) -> updates.updateOne(new Query(Criteria.where("_id").is(threadId)),
				new Update().inc("viewCount", count)));
		updates.execute();
	}

	/** Every instance counts its own views. */
	private static final class AlwaysClaimed implements WorkClaim {

		@Override
		public boolean acquire() {
			return true;
		}

		@Override
		public void release() {
			// There is no lease to release.
		}

	}

}
