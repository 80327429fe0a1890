package org.parley.launcher.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses a port on the command line.
 */
public final class PortConverter implements ITypeConverter<Integer> {

	@Override
	public Integer convert(String value) {
		try {
			var port = Integer.parseInt(value);
			if (port > 0 && port <= 65_535) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// Reported below.
		}
		throw new TypeConversionException("'%s' is not a port between 1 and 65535".formatted(value));
	}

}
