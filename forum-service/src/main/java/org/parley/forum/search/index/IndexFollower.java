package org.parley.forum.search.index;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Gatherers;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoServerException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the index of this instance up to date with the stream of changes. It continues at
 * the checkpoint of the last commit, or rebuilds the index if the database no longer has
 * the changes since then.
 */
@Component
class IndexFollower implements ClusterLoop.Work, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(IndexFollower.class);

	/** Limits refreshes, each of which has a cost, to two per second. */
	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final Duration COMMIT_AFTER_CHANGES = Duration.ofSeconds(10);

	/** The position must not leave the journal of the database while nothing changes. */
	private static final Duration COMMIT_WITHOUT_CHANGES = Duration.ofMinutes(10);

	/** The codes of the server for positions from which it cannot continue. */
	private static final Set<Integer> POSITION_LOST = Set.of(222, 260, 280, 286);

	private final SearchIndex index;

	private final IndexUpdater updater;

	private final IndexGeneration generation;

	private final MongoDatabaseFactory databases;

	private final InstantSource clock;

	private volatile @Nullable ChangeStream stream;

	/** How far the index follows, without a value after a start or a failed write. */
	private @Nullable Checkpoint position;

	private boolean changed;

	private Instant committedAt = Instant.EPOCH;

	IndexFollower(SearchIndex index, IndexUpdater updater, IndexGeneration generation, MongoDatabaseFactory databases,
			InstantSource clock) {
		this.index = index;
		this.updater = updater;
		this.generation = generation;
		this.databases = databases;
		this.clock = clock;
	}

	@Bean
	static ClusterLoop searchIndexLoop(IndexFollower indexFollower) {
		return new ClusterLoop("search-index", WorkClaim.none(), indexFollower);
	}

	@Override
	public boolean waits() {
		return true;
	}

	@Override
	public Duration poll() {
		return PAUSE;
	}

	/** Opens the stream, or waits for changes, applies them and makes them visible. */
	@Override
	public boolean doBatch() {
		try {
			var opened = this.stream;
			if (opened == null) {
				open((this.position != null) ? this.position : this.index.checkpoint().orElse(Checkpoint.NONE));
				return true;
			}
			var changes = opened.next();
			apply(changes);
			this.position = Objects.requireNonNull(this.position).at(opened.token());
			commitIfDue(this.position);
			if (changes.stream().anyMatch(IndexedChange::isGeneration)) {
				closeStream();
			}
			return changes.size() == ChangeStream.BATCH_SIZE;
		}
		catch (MongoInterruptedException ex) {
			closeStream();
			return false;
		}
		catch (IOException | AlreadyClosedException ex) {
			closeStream();
			throw recovered(ex);
		}
		catch (RuntimeException ex) {
			closeStream();
			if (isPositionLost(ex) && !Checkpoint.NONE.equals(this.position)) {
				log.atWarn()
					.addKeyValue("cause", ex.toString())
					.log("The search index cannot continue at its position and is rebuilt");
				this.position = Checkpoint.NONE;
				return true;
			}
			throw ex;
		}
	}

	private static boolean isPositionLost(RuntimeException failure) {
		return failure instanceof MongoServerException refusal && POSITION_LOST.contains(refusal.getCode());
	}

	private void open(Checkpoint from) throws IOException {
		this.position = from;
		while (!this.position.generation().equals(this.generation.current())) {
			this.position = rebuild();
		}
		this.stream = ChangeStream.open(this.databases, this.position.token());
		this.index.refresh();
	}

	/**
	 * Indexes everything, and then what changed meanwhile. It collects the changes all
	 * the time, because the journal of the database may be shorter than the rebuild.
	 */
	private Checkpoint rebuild() throws IOException {
		this.position = Checkpoint.NONE;
		var began = this.clock.instant();
		var current = this.generation.current();
		try (var meanwhile = ChangeStream.present(this.databases)) {
			var changes = new LinkedHashSet<>(meanwhile.rest());
			this.updater.rebuild(() -> changes.addAll(meanwhile.rest()));
			this.index.refresh();
			for (var some : changes.stream().gather(Gatherers.windowFixed(ChangeStream.BATCH_SIZE)).toList()) {
				this.updater.apply(some);
			}
			var checkpoint = new Checkpoint(current, meanwhile.token());
			commit(checkpoint);
			log.atInfo()
				.addKeyValue("milliseconds", Duration.between(began, this.clock.instant()).toMillis())
				.addKeyValue("changes", changes.size())
				.log("The search index was rebuilt");
			return checkpoint;
		}
	}

	private void apply(List<IndexedChange> changes) throws IOException {
		if (!changes.isEmpty()) {
			this.updater.apply(changes);
			this.index.refresh();
			this.changed = true;
		}
	}

	private void commitIfDue(Checkpoint checkpoint) throws IOException {
		var after = this.changed ? COMMIT_AFTER_CHANGES : COMMIT_WITHOUT_CHANGES;
		if (!this.clock.instant().isBefore(this.committedAt.plus(after))) {
			commit(checkpoint);
		}
	}

	private void commit(Checkpoint checkpoint) throws IOException {
		this.index.commit(checkpoint);
		this.committedAt = this.clock.instant();
		this.changed = false;
	}

	/** Goes back to the last commit and its position. */
	private IllegalStateException recovered(Exception cause) {
		var failure = new IllegalStateException("The search index could not be written", cause);
		this.position = null;
		try {
			this.index.reopen();
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
		}
		return failure;
	}

	private void closeStream() {
		var opened = this.stream;
		if (opened != null) {
			opened.close();
			this.stream = null;
		}
	}

	/** The database answers after seconds if nothing changes. */
	@Override
	public void stop() {
		var opened = this.stream;
		if (opened != null) {
			opened.endWait();
		}
	}

	/** Runs after the loop has stopped. */
	@Override
	public void destroy() throws IOException {
		closeStream();
		if (this.position != null && this.changed) {
			commit(this.position);
		}
	}

}
