package org.parley.host;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * A service of the process. Each start loads its classes anew.
 */
final class HostedService {

	/** The state of a service. */
	enum State {

		STARTING, RUNNING, STOPPING, STOPPED,
		/** It did not start; the reason says why. */
		FAILED

	}

	private static final Logger log = LoggerFactory.getLogger(HostedService.class);

	private volatile ServiceSettings settings;

	private volatile State state = State.STOPPED;

	private volatile @Nullable String reason;

	private final AtomicReference<@Nullable ConfigurableApplicationContext> context = new AtomicReference<>();

	private @Nullable URLClassLoader loader;

	private boolean training;

	HostedService(ServiceSettings settings) {
		this.settings = settings;
	}

	String name() {
		return this.settings.name();
	}

	State state() {
		return this.state;
	}

	/** Returns why the service did not start. */
	@Nullable String reason() {
		return this.reason;
	}

	/** Starts the service unless it runs; the state says whether it has started. */
	synchronized void start() throws InterruptedException {
		if (this.state == State.RUNNING) {
			return;
		}
		this.state = State.STARTING;
		this.reason = null;
		var failure = new AtomicReference<@Nullable Throwable>();
		var thread = new Thread(new ThreadGroup(name()), () -> {
			try {
				run();
			}
			catch (InvocationTargetException ex) {
				failure.set(ex.getCause());
			}
			catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError ex) {
				failure.set(ex);
			}
		}, "main");
		thread.start();
		thread.join();
		var thrown = failure.get();
		if (thrown == null) {
			this.state = State.RUNNING;
		}
		else {
			fail(thrown);
		}
	}

	/** Starts the service if its last start failed and nobody has stopped it since. */
	synchronized void startIfFailed() throws InterruptedException {
		if (this.state == State.FAILED) {
			start();
		}
	}

	/**
	 * Creates the service's context, but starts nothing of it.
	 * @return whether the context was complete
	 */
	synchronized boolean train() throws InterruptedException {
		this.training = true;
		start();
		return this.reason == null;
	}

	private void fail(Throwable thrown) {
		if (thrown instanceof SpringApplication.AbandonedRunException) {
			this.state = State.STOPPED;
			return;
		}
		log.atError().addKeyValue("application", name()).setCause(thrown).log("Service did not start");
		close();
		this.reason = reason(thrown);
		this.state = State.FAILED;
	}

	/** Names the setting, if one is wrong. */
	private static String reason(Throwable thrown) {
		var root = NestedExceptionUtils.getMostSpecificCause(thrown);
		for (var cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof BindException invalid) {
				return "%s: %s".formatted(invalid.getName(), root.getMessage());
			}
		}
		return root.toString();
	}

	private void run() throws IOException, ReflectiveOperationException {
		var part = ServiceLayout.read(this.settings.jar());
		var opened = open(part);
		this.loader = opened;
		Thread.currentThread().setContextClassLoader(opened);
		var main = opened.loadClass(part.main()).getDeclaredMethod("main", String[].class);
		main.setAccessible(true);
		if (part.isIsolated()) {
			if (!this.training) {
				main.invoke(null, (Object) arguments());
			}
			return;
		}
		var failure = new AtomicReference<@Nullable ReflectiveOperationException>();
		SpringApplication
			.withHook(new EnvironmentHook(this.settings.environment(), opened, this.context, this.training), () -> {
				try {
					main.invoke(null, (Object) new String[0]);
				}
				catch (ReflectiveOperationException ex) {
					failure.set(ex);
				}
			});
		var thrown = failure.get();
		if (thrown != null) {
			throw thrown;
		}
	}

	private URLClassLoader open(ServiceLayout.Part part) {
		if (part.isIsolated()) {
			var urls = Stream.concat(Stream.of(this.settings.jar()), part.libraries().stream())
				.map(ServiceClassLoader::url)
				.toArray(URL[]::new);
			return new URLClassLoader(name(), urls, ClassLoader.getPlatformClassLoader());
		}
		var classes = Objects.requireNonNullElse(this.settings.classes(), this.settings.jar());
		return new ServiceClassLoader(name(), classes, part.libraryNames(), HostedService.class.getClassLoader());
	}

	/** A program without Spring cannot be given an environment. */
	private String[] arguments() {
		return this.settings.environment()
			.entrySet()
			.stream()
			.map((variable) -> variable.getKey() + "=" + variable.getValue())
			.toArray(String[]::new);
	}

	/**
	 * Stops the service, after the requests that it answers. One that failed is not
	 * started again then.
	 */
	synchronized void stop() {
		if (this.state == State.FAILED) {
			this.reason = null;
			this.state = State.STOPPED;
		}
		if (this.state == State.RUNNING && this.context.get() != null) {
			this.state = State.STOPPING;
			close();
			this.state = State.STOPPED;
		}
	}

	/** Stops the service and starts it from a build. */
	synchronized void restart(ServiceBuild build) throws InterruptedException {
		stop();
		this.settings = this.settings.from(build);
		start();
	}

	private void close() {
		var opened = this.loader;
		var current = Thread.currentThread();
		var own = current.getContextClassLoader();
		current.setContextClassLoader(opened);
		try (opened) {
			var running = this.context.getAndSet(null);
			if (running != null) {
				running.close();
			}
		}
		catch (IOException ex) {
			log.atWarn().addKeyValue("application", name()).setCause(ex).log("Service's jar could not be closed");
		}
		finally {
			current.setContextClassLoader(own);
			this.loader = null;
		}
	}

}
