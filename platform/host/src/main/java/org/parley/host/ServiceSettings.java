package org.parley.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A service of the process.
 *
 * @param name its name
 * @param jar its jar, of {@link ServiceLayout}
 * @param classes a folder with newer classes than the jar's, while it is developed
 * @param environment its environment variables, beside those of the process
 */
record ServiceSettings(String name, Path jar, @Nullable Path classes, Map<String, String> environment) {

	ServiceSettings(String name, Path jar, @Nullable Path classes, @Nullable Map<String, String> environment) {
		this.name = name;
		this.jar = jar;
		this.classes = classes;
		this.environment = Map.copyOf(Objects.requireNonNullElse(environment, Map.of()));
	}

	/** Returns the same service from another build. */
	ServiceSettings from(ServiceBuild build) {
		return new ServiceSettings(this.name, Objects.requireNonNullElse(build.jar(), this.jar), build.classes(),
				this.environment);
	}

	/** A secret must not get into a log. */
	@Override
	public String toString() {
		return this.name;
	}

}
