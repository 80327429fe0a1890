package org.parley.host;

import java.util.Objects;

import ch.qos.logback.classic.spi.ILoggingEvent;

import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** Writes the service into {@code service.name} of a structured line of the log. */
public final class ServiceNameCustomizer implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

	private static final String SERVICE_NAME = "service.name";

	@Override
	public void customize(Members<ILoggingEvent> members) {
		members.applyingValueProcessor((path, value) -> SERVICE_NAME.equals(path.toString())
				? Objects.requireNonNullElse(ServiceClassLoader.serviceOf(Thread.currentThread()), value) : value);
	}

}
