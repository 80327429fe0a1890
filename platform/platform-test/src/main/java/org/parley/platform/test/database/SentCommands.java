package org.parley.platform.test.database;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Records the commands that are sent to the database. */
@TestConfiguration(proxyBeanMethods = false)
public class SentCommands implements CommandListener {

	private final List<BsonDocument> sent = new CopyOnWriteArrayList<>();

	private final AtomicInteger left = new AtomicInteger();

	private volatile boolean listening;

	private volatile @Nullable Thread only;

	private volatile @Nullable Thread victim;

	@Bean
	MongoClientSettingsBuilderCustomizer commandListenerCustomizer() {
		return (settings) -> settings.addCommandListener(this);
	}

	@Override
	public void commandStarted(CommandStartedEvent event) {
		var sender = this.only;
		if (this.listening && (sender == null || sender.equals(Thread.currentThread()))) {
			this.sent.add(event.getCommand().clone());
		}
	}

	/**
	 * Throws an error in this thread after a number of commands, like a crash; the driver
	 * does not catch errors.
	 */
	public void killAfter(int commands) {
		this.victim = Thread.currentThread();
		this.left.set(commands);
	}

	/** Disables the crash. */
	public void stopKilling() {
		this.victim = null;
	}

	@Override
	public void commandSucceeded(CommandSucceededEvent event) {
		if (Thread.currentThread().equals(this.victim) && this.left.decrementAndGet() == 0) {
			throw new Killed();
		}
	}

	/** Returns the commands that were sent during the work. */
	public List<BsonDocument> during(Runnable work) {
		this.sent.clear();
		this.listening = true;
		try {
			work.run();
		}
		finally {
			this.listening = false;
		}
		return List.copyOf(this.sent);
	}

	/** Returns the commands that this thread sent during the work. */
	public List<BsonDocument> ofThisThreadDuring(Runnable work) {
		this.only = Thread.currentThread();
		try {
			return during(work);
		}
		finally {
			this.only = null;
		}
	}

	/** The simulated end of the process. */
	public static final class Killed extends Error {

		Killed() {
			super("Killed");
		}

	}

}
