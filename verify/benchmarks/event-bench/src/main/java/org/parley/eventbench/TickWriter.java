package org.parley.eventbench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Saves ticks concurrently at a given rate. */
@Component
class TickWriter {

	private static final int CONCURRENCY = 8;

	private static final int LANES = 40;

	private final TickRepository ticks;

	private final UnitOfWork unitOfWork;

	TickWriter(TickRepository ticks, UnitOfWork unitOfWork) {
		this.ticks = ticks;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Saves ticks, each in its own transaction, and returns when the last one is
	 * committed.
	 * @param perSecond maximum rate; 0 for no limit
	 */
	void write(int count, int perSecond) throws InterruptedException, ExecutionException {
		var between = (perSecond > 0) ? TimeUnit.SECONDS.toNanos(1) / perSecond : 0;
		var saves = new ArrayList<Future<Tick>>();
		try (var executor = Executors.newScheduledThreadPool(CONCURRENCY)) {
			for (var number = 0; number < count; number++) {
				saves.add(executor.schedule(save(number), number * between, TimeUnit.NANOSECONDS));
			}
			for (var tick : saves) {
				tick.get();
			}
		}
	}

	private Callable<Tick> save(int number) {
		return () -> this.unitOfWork.run(() -> this.ticks.save(Tick.createIn("lane-" + number % LANES)));
	}

}
