package org.parley.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * The file that says what runs in the process, in YAML. A value may name variables of the
 * process's environment, such as <code>${PARLEY_SECRET}</code>, which must exist, or
 * <code>${PARLEY_PORT:5000}</code>.
 *
 * @param address where the process answers {@code /livez}, {@code /readyz} and
 * {@code /services}
 * @param port the port; 0 for any
 * @param secret the bearer token of those who may start and stop services; null if nobody
 * may
 * @param apart comma-separated names of services that run elsewhere, and not here
 * @param retry after what time a service that did not start is tried again; null for
 * never
 * @param services the services in the order of their start; they stop in the opposite one
 */
record HostSettings(String address, int port, @Nullable String secret, @Nullable String apart, @Nullable Duration retry,
		List<ServiceSettings> services) {

	HostSettings {
		services = without(apart, services);
	}

	private static List<ServiceSettings> without(@Nullable String apart, List<ServiceSettings> services) {
		var names = StringUtils.commaDelimitedListToSet(apart);
		var known = services.stream().map(ServiceSettings::name).toList();
		if (!known.containsAll(names)) {
			throw new IllegalArgumentException("Of %s only these can run apart: %s".formatted(names, known));
		}
		return services.stream().filter((service) -> !names.contains(service.name())).toList();
	}

	static HostSettings read(Path file) throws IOException {
		var json = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		try (var reader = Files.newBufferedReader(file)) {
			var yaml = new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(reader);
			return json.convertValue(resolve(yaml, new StandardEnvironment()), HostSettings.class);
		}
	}

	private static Object resolve(Object value, StandardEnvironment variables) {
		return switch (value) {
			case Map<?, ?> map -> map.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> resolve(entry.getValue(), variables)));
			case List<?> list -> list.stream().map((entry) -> resolve(entry, variables)).toList();
			case String text -> variables.resolveRequiredPlaceholders(text);
			default -> value;
		};
	}

}
