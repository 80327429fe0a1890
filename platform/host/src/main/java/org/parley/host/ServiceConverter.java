package org.parley.host;

import java.util.Objects;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Writes the service of a line of the log; a dash for the process itself. */
public final class ServiceConverter extends ClassicConverter {

	@Override
	public String convert(ILoggingEvent event) {
		return Objects.requireNonNullElse(ServiceClassLoader.serviceOf(Thread.currentThread()), "-");
	}

}
