package org.parley.platform.messaging.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops listeners with the service. On stop, each listener finishes its
 * current messages; all others return to their queue.
 */
public final class QueueListenerLifecycle implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(QueueListenerLifecycle.class);

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final Supplier<? extends Collection<QueueListener>> source;

	private volatile Collection<QueueListener> listeners = List.of();

	/** Creates a lifecycle that gets new listeners from the source on every start. */
	public QueueListenerLifecycle(Supplier<? extends Collection<QueueListener>> source) {
		this.source = source;
	}

	@Override
	public void start() {
		this.listeners = List.copyOf(this.source.get());
		this.listeners.forEach(QueueListener::start);
	}

	@Override
	public void stop() {
		var last = this.listeners;
		last.forEach(QueueListener::stop);
		this.listeners = List.of();
		try {
			for (var listener : last) {
				if (!listener.join(PATIENCE)) {
					log.warn("A listener did not stop in time; its message returns to the queue");
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return !this.listeners.isEmpty();
	}

}
