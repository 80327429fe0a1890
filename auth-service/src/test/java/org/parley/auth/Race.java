package org.parley.auth;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forces the order of concurrent requests: each waits before one database command until
 * all others have reached it.
 */
@TestComponent
public class Race implements CommandListener {

	private volatile @Nullable Line line;

	private volatile @Nullable Pause pause;

	private final List<String> sent = new CopyOnWriteArrayList<>();

	@Bean
	MongoClientSettingsBuilderCustomizer stopping() {
		return (settings) -> settings.addCommandListener(this);
	}

	/**
	 * Runs all requests concurrently.
	 * @param command a pattern of the command before which each request waits once
	 * @param collection the collection of the command
	 */
	public <T> List<T> run(String command, String collection, List<? extends Callable<T>> racers) {
		var starting = new Line(command, collection, new CyclicBarrier(racers.size()), ConcurrentHashMap.newKeySet());
		this.line = starting;
		try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
			var results = all.invokeAll(racers).stream().map(Future::resultNow).toList();
			assertThat(starting.passed()).as("requests that reached the command").hasSize(racers.size());
			return results;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			this.line = null;
		}
	}

	/**
	 * Holds one request before a command while another action runs.
	 * @param command the command and collection to hold at its first occurrence, such as
	 * {@code insert users}
	 */
	public <T> T holding(String command, Callable<T> held, Runnable meanwhile) {
		var holding = new Pause(command, new AtomicBoolean(), new CountDownLatch(1), new CountDownLatch(1));
		this.pause = holding;
		try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
			var result = thread.submit(held);
			assertThat(holding.reached().await(10, TimeUnit.SECONDS)).as("the request reached the command").isTrue();
			meanwhile.run();
			holding.released().countDown();
			return result.get(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("The held request did not complete", ex);
		}
		finally {
			holding.released().countDown();
			this.pause = null;
		}
	}

	/**
	 * The commands on these collections during an action, such as {@code insert users}.
	 */
	public List<String> sent(Set<String> collections, Runnable act) {
		this.sent.clear();
		act.run();
		return this.sent.stream()
			.filter((command) -> collections.contains(command.substring(command.indexOf(' ') + 1)))
			.toList();
	}

	@Override
	public void commandStarted(CommandStartedEvent event) {
		this.sent.add(event.getCommandName() + " " + collectionOf(event));
		var holding = this.pause;
		if (holding != null && holding.command().equals(event.getCommandName() + " " + collectionOf(event))) {
			holding.stop();
		}
		var waiting = this.line;
		if (waiting != null && waiting.isMetBy(event)) {
			waiting.stop();
		}
	}

	private static String collectionOf(CommandStartedEvent event) {
		var collection = event.getCommand().get(event.getCommandName());
		return (collection != null && collection.isString()) ? collection.asString().getValue() : "";
	}

	/** Holds one request until it is released. */
	private record Pause(String command, AtomicBoolean taken, CountDownLatch reached, CountDownLatch released) {

		void stop() {
			if (!this.taken.compareAndSet(false, true)) {
				return;
			}
			this.reached.countDown();
			try {
				if (!this.released.await(10, TimeUnit.SECONDS)) {
					throw new IllegalStateException("The held request was not released");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	/** Makes requests wait for each other, once each. */
	private record Line(String command, String collection, CyclicBarrier barrier, Set<Thread> passed) {

		boolean isMetBy(CommandStartedEvent event) {
			return event.getCommandName().matches(this.command) && collectionOf(event).equals(this.collection)
					&& !this.passed.contains(Thread.currentThread());
		}

		void stop() {
			try {
				this.barrier.await(10, TimeUnit.SECONDS);
				this.passed.add(Thread.currentThread());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (BrokenBarrierException | TimeoutException ex) {
				throw new IllegalStateException("Other requests did not reach the command", ex);
			}
		}

	}

}
