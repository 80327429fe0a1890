package org.parley.eventbench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Saves ticks at a rate, some at a time, as a service under load does. */
@Component
class TickWriter {

	private static final int AT_A_TIME = 8;

	private static final int LANES = 40;

	private final TickRepository ticks;

	private final UnitOfWork work;

	TickWriter(TickRepository ticks, UnitOfWork work) {
		this.ticks = ticks;
		this.work = work;
	}

	/**
	 * Saves so many, each in a transaction of its own, and returns when the last one is
	 * committed.
	 * @param perSecond how many begin in a second, 0 for as many as can be
	 */
	void tick(int count, int perSecond) throws InterruptedException, ExecutionException {
		var between = (perSecond > 0) ? TimeUnit.SECONDS.toNanos(1) / perSecond : 0;
		var begun = new ArrayList<Future<Tick>>();
		try (var executor = Executors.newScheduledThreadPool(AT_A_TIME)) {
			for (var number = 0; number < count; number++) {
				begun.add(executor.schedule(one(number), number * between, TimeUnit.NANOSECONDS));
			}
			for (var tick : begun) {
				tick.get();
			}
		}
	}

	private Callable<Tick> one(int number) {
		return () -> this.work.run(() -> this.ticks.save(Tick.in("lane-" + number % LANES)));
	}

}
