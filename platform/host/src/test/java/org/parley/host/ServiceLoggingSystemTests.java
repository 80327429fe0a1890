package org.parley.host;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceLoggingSystemTests {

	private static final String NAME = "org.parley.sample.levels";

	private final LoggingSystem system;

	ServiceLoggingSystemTests() {
		ServiceLoggingSystem.use();
		this.system = LoggingSystem.get(getClass().getClassLoader());
	}

	@AfterEach
	void reset() {
		this.system.setLogLevel(NAME, null);
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "TRACE,TRACE", "DEBUG,DEBUG", "INFO,INFO", "WARN,WARN", "ERROR,ERROR", "OFF,OFF" })
	void levelThatAServiceSetsTakesEffect(LogLevel level, String expected) {
		this.system.setLogLevel(NAME, level);
		assertThat(logger(NAME).getLevel()).isEqualTo(Level.toLevel(expected));
		assertThat(this.system.getLoggerConfiguration(NAME)).isEqualTo(new LoggerConfiguration(NAME, level, level));
	}

	@Test
	void startOfAServiceKeepsAppendersAndLevels() {
		var root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		var appender = new ListAppender<ILoggingEvent>();
		root.addAppender(appender);
		this.system.setLogLevel(NAME, LogLevel.DEBUG);
		this.system.beforeInitialize();
		this.system.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
		this.system.cleanUp();
		assertThat(List.of(root.isAttached(appender), logger(NAME).isDebugEnabled())).containsOnly(true);
		root.detachAppender(appender);
	}

	private static Logger logger(String name) {
		return (Logger) LoggerFactory.getLogger(name);
	}

}
