package org.parley.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/**
 * The real settings of the gateway without a running gateway: tests that iterate over
 * them notice additions and losses.
 */
public final class ConfiguredGateway {

	private static final StandardEnvironment SETTINGS = read("application.yml", "gateway.yml");

	private static final StandardEnvironment SHARED = read("application.yml");

	private static final Pattern PATH = Pattern.compile("/[a-z.][^{}*]*");

	private ConfiguredGateway() {
	}

	/** The settings below a prefix. */
	public static <T> T settings(String prefix, Class<T> type) {
		return Binder.get(SETTINGS).bind(prefix, type).get();
	}

	/** A setting of all services. */
	public static <T> T ofServices(String name, Class<T> type) {
		return Binder.get(SHARED).bind(name, type).get();
	}

	/** A path of every route, by the route's id. */
	public static Map<String, String> routes() {
		var routes = new TreeMap<String, String>();
		Binder.get(SETTINGS)
			.bind("spring.cloud.gateway.server.webflux.routes", Bindable.listOf(RouteDefinition.class))
			.get()
			.forEach((route) -> routes.put(route.getId(), pathOf(route)));
		return routes;
	}

	private static String pathOf(RouteDefinition route) {
		String path = route.getPredicates().getFirst().getArgs().values().iterator().next();
		return path.replace("{id}", "1").replace("/**", path.startsWith("/socket.io") ? "/" : "/x");
	}

	/** The environment variables with the addresses of services. */
	public static Set<String> addressVariables() {
		try {
			return Pattern.compile("\\$\\{(PARLEY_\\w+_URI):")
				.matcher(Files.readString(Path.of("../config-repo/gateway.yml")))
				.results()
				.map((found) -> found.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Every path in any setting. */
	public static Set<String> paths() {
		var paths = new TreeSet<String>();
		SETTINGS.getPropertySources()
			.stream()
			.filter((source) -> source.getName().endsWith(".yml"))
			.flatMap((source) -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
			.map((name) -> String.valueOf(SETTINGS.getProperty(name)))
			.flatMap((value) -> Stream.of(value.replaceFirst("^Path=", "").split(",")))
			.map((path) -> path.strip().replace("{id}", "1").replace("/**", ""))
			.filter((path) -> PATH.matcher(path).matches())
			.forEach(paths::add);
		return paths;
	}

	private static StandardEnvironment read(String... names) {
		var settings = new StandardEnvironment();
		settings.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("spring.application.name", "gateway")));
		for (String name : names) {
			try {
				new YamlPropertySourceLoader().load(name, new FileSystemResource(Path.of("../config-repo", name)))
					.forEach(settings.getPropertySources()::addFirst);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return settings;
	}

}
