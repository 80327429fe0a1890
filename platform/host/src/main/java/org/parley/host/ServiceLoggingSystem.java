package org.parley.host;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;

/**
 * The logging system of the process as a service sees it: the service sets levels, also
 * while it runs, but does not configure the system anew, which would remove what other
 * services have set. A level belongs to the whole process.
 */
final class ServiceLoggingSystem extends LoggingSystem {

	private final LoggingSystem shared;

	/** Creates it for a service; Spring Boot calls this. */
	ServiceLoggingSystem(ClassLoader loader) {
		this.shared = new LogbackLoggingSystem(loader);
	}

	/** Gives it to all services that start from now on. */
	static void use() {
		System.setProperty(SYSTEM_PROPERTY, ServiceLoggingSystem.class.getName());
	}

	@Override
	public void beforeInitialize() {
	}

	@Override
	public void initialize(LoggingInitializationContext context, @Nullable String location, @Nullable LogFile file) {
	}

	@Override
	public Set<LogLevel> getSupportedLogLevels() {
		return this.shared.getSupportedLogLevels();
	}

	@Override
	public void setLogLevel(@Nullable String logger, @Nullable LogLevel level) {
		this.shared.setLogLevel(logger, level);
	}

	@Override
	public List<LoggerConfiguration> getLoggerConfigurations() {
		return this.shared.getLoggerConfigurations();
	}

	@Override
	public @Nullable LoggerConfiguration getLoggerConfiguration(String logger) {
		return this.shared.getLoggerConfiguration(logger);
	}

}
