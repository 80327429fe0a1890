package org.parley.chat.outage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Knows whether MongoDB can be written. The driver reports when it loses the primary, so
 * that callers need not wait for a timeout to learn it. A failure that the driver has not
 * noticed makes the database suspect until it answers a ping.
 */
@Component
public class DatabaseWatch implements ClusterListener, MongoClientSettingsBuilderCustomizer {

	private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

	/** Between two pings of a suspect database. */
	private static final Duration PAUSE = Duration.ofMillis(500);

	private final ObjectProvider<MongoOperations> mongo;

	private final InstantSource clock;

	private final AtomicBoolean isPinging = new AtomicBoolean();

	private volatile boolean isWritable = true;

	private volatile boolean isSuspect;

	private volatile Instant usableSince = Instant.EPOCH;

	private volatile Instant pingedAt = Instant.EPOCH;

	DatabaseWatch(ObjectProvider<MongoOperations> mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	public void customize(com.mongodb.MongoClientSettings.Builder settings) {
		settings.applyToClusterSettings((cluster) -> cluster.addClusterListener(this));
	}

	@Override
	public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
		var was = event.getPreviousDescription().hasWritableServer();
		var is = event.getNewDescription().hasWritableServer();
		if (was && !is) {
			this.isWritable = false;
			log.warn("The database has no primary; messages are accepted without it");
		}
		else if (!was && is) {
			this.usableSince = this.clock.instant();
			this.isWritable = true;
		}
	}

	/** Whether the database is expected to answer. */
	public boolean isUsable() {
		if (this.isSuspect || !this.isWritable) {
			ping();
		}
		return this.isWritable && !this.isSuspect;
	}

	/** Whether the database has answered for some time without a break. */
	public boolean isUsableFor(Duration time) {
		return isUsable() && !this.clock.instant().isBefore(usableFrom(time));
	}

	/** When the database will have answered for some time without a break. */
	public Instant usableFrom(Duration time) {
		return this.usableSince.plus(time);
	}

	/**
	 * Fails at once instead of waiting for a timeout.
	 * @throws DataAccessResourceFailureException if the database is not expected to
	 * answer
	 */
	public void requireUsable() {
		if (!isUsable()) {
			throw new DataAccessResourceFailureException("The database is away");
		}
	}

	/** Remembers that an operation has failed because of the database. */
	public void suspect() {
		this.isSuspect = true;
	}

	/**
	 * One ping at a time, in the background. A primary answers it, so the process does
	 * not depend on the order in which the driver reports changes.
	 */
	private void ping() {
		if (this.clock.instant().isBefore(this.pingedAt.plus(PAUSE)) || !this.isPinging.compareAndSet(false, true)) {
			return;
		}
		this.pingedAt = this.clock.instant();
		Thread.ofVirtual().name("database-ping").start(() -> {
			try {
				this.mongo.getObject().executeCommand(new Document("ping", 1));
				if (this.isSuspect || !this.isWritable) {
					this.usableSince = this.clock.instant();
					this.isWritable = true;
					this.isSuspect = false;
				}
			}
			catch (RuntimeException ex) {
				log.debug("The database does not answer", ex);
			}
			finally {
				this.isPinging.set(false);
			}
		});
	}

}
