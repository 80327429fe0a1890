package org.parley.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.context.ContextRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;

/** Runs the services that the file in its first argument names. */
final class HostApplication {

	private static final Logger log = LoggerFactory.getLogger(HostApplication.class);

	private static final String SETTINGS = "optional:file:${PARLEY_CONFIG_DIR:../../config-repo}/%s.yml";

	/**
	 * Property of a run that records an AOT cache without servers: it creates the
	 * contexts of all services and ends.
	 */
	private static final String TRAINING = "parley.training";

	private final Host host;

	private final HostServer server;

	private final Duration retry;

	private HostApplication(HostSettings settings) throws IOException {
		this.host = new Host(settings.services());
		this.server = new HostServer(this.host, settings);
		this.retry = Objects.requireNonNullElse(settings.retry(), Duration.ZERO);
	}

	static void main(String[] args) throws IOException, InterruptedException {
		var settings = HostSettings.read(Path.of(args[0]));
		configureLogging(settings);
		loadRegistries();
		if (Boolean.getBoolean(TRAINING)) {
			System.exit(new Host(settings.services()).train() ? 0 : 1);
		}
		var application = new HostApplication(settings);
		Runtime.getRuntime().addShutdownHook(new Thread(application::stop, "stop"));
		application.start();
	}

	/**
	 * All services share one logging system, which the process configures by its
	 * environment and the files of the services' settings. Services only set levels.
	 */
	private static void configureLogging(HostSettings settings) {
		var application = new SpringApplication(NoBeans.class);
		application.setBannerMode(Banner.Mode.OFF);
		application.setRegisterShutdownHook(false);
		application.setLogStartupInfo(false);
		application.run("--spring.main.web-application-type=none",
				"--spring.config.import=" + Stream
					.concat(Stream.of("application"), settings.services().stream().map(ServiceSettings::name))
					.map(SETTINGS::formatted)
					.collect(Collectors.joining(",")));
		ServiceLoggingSystem.use();
	}

	/**
	 * Such a registry looks for its parts once, in the libraries of whoever comes first:
	 * a service without Reactor would leave the gateway without Reactor's.
	 */
	static void loadRegistries() {
		ContextRegistry.getInstance();
	}

	private void start() throws InterruptedException {
		this.server.start();
		this.host.keepStarting(this.retry);
		log.atInfo()
			.addKeyValue("port", this.server.port())
			.log(this.host.isReady() ? "All services run" : "Some services did not start");
	}

	private void stop() {
		try {
			this.host.stop();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.server.stop();
		}
	}

	/** The process itself has no beans. */
	private static final class NoBeans {

	}

}
