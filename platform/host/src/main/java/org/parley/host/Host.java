package org.parley.host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The services of the process. */
final class Host {

	private final List<HostedService> services;

	private final CountDownLatch stopped = new CountDownLatch(1);

	Host(List<ServiceSettings> settings) {
		this.services = settings.stream().map(HostedService::new).toList();
	}

	List<HostedService> services() {
		return this.services;
	}

	Optional<HostedService> service(String name) {
		return this.services.stream().filter((service) -> service.name().equals(name)).findFirst();
	}

	/** Whether all services run. */
	boolean isReady() {
		return this.services.stream().allMatch((service) -> service.state() == HostedService.State.RUNNING);
	}

	/**
	 * Starts the services in their order, as many at a time as there are processors. One
	 * that fails leaves the others.
	 */
	void start() throws InterruptedException {
		runInOrder(HostedService::start);
	}

	/** Starts those that failed. One that was stopped stays so. */
	void startFailed() throws InterruptedException {
		runInOrder(HostedService::startIfFailed);
	}

	/**
	 * Starts the services, and those that failed, such as for want of a server, again and
	 * again until none has failed.
	 * @param pause between two starts; zero to start only once
	 */
	void keepStarting(Duration pause) throws InterruptedException {
		start();
		while (!pause.isZero() && hasFailed() && !this.stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
			startFailed();
		}
	}

	private boolean hasFailed() {
		return this.services.stream().anyMatch((service) -> service.state() == HostedService.State.FAILED);
	}

	private void runInOrder(Start start) throws InterruptedException {
		run(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors()), this.services, (service) -> {
			try {
				if (this.stopped.getCount() > 0) {
					start.run(service);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	/**
	 * Creates the contexts of the services one after the other, but starts none.
	 * @return whether all were complete
	 */
	boolean train() throws InterruptedException {
		var complete = true;
		for (var service : this.services) {
			complete &= service.train();
		}
		return complete;
	}

	/**
	 * Stops the last service first, which is the gateway, and then all others at the same
	 * time: each waits for its own requests.
	 */
	void stop() throws InterruptedException {
		this.stopped.countDown();
		this.services.getLast().stop();
		run(Executors.newVirtualThreadPerTaskExecutor(), this.services, HostedService::stop);
	}

	private static void run(ExecutorService executor, List<HostedService> services, Step step)
			throws InterruptedException {
		services.forEach((service) -> executor.execute(() -> step.run(service)));
		executor.shutdown();
		executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
	}

	@FunctionalInterface
	private interface Step {

		void run(HostedService service);

	}

	@FunctionalInterface
	private interface Start {

		void run(HostedService service) throws InterruptedException;

	}

}
