package org.parley.launcher.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** All applications of Parley, in the order of their start. */
public final class ApplicationCatalogue {

	public static final List<CataloguedApplication> ALL = read();

	private ApplicationCatalogue() {
	}

	/** Returns these applications and all that they need. */
	public static Set<String> closure(Set<String> names) {
		var needed = new LinkedHashSet<String>();
		names.forEach((name) -> add(name, needed));
		return needed;
	}

	private static void add(String name, Set<String> needed) {
		if (needed.add(name)) {
			ALL.stream()
				.filter((application) -> application.name().equals(name))
				.flatMap((application) -> application.needs().stream())
				.forEach((other) -> add(other, needed));
		}
	}

	private static List<CataloguedApplication> read() {
		var json = JsonMapper.builder()
			.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.build();
		try (var file = ApplicationCatalogue.class.getResourceAsStream("applications.yml")) {
			var yaml = new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(Objects.requireNonNull(file));
			return List.copyOf(json.convertValue(yaml, new TypeReference<List<CataloguedApplication>>() {
			}));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
