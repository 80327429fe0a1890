package org.parley.host;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostApplicationTests {

	/** In classes of its own, because a registry is filled only once. */
	@Test
	void registryHasPartsOfAllLibrariesWhicheverServiceComesFirst() throws Exception {
		var path = Stream.of(System.getProperty("java.class.path").split(":", -1))
			.map((entry) -> ServiceClassLoader.url(Path.of(entry)))
			.toArray(URL[]::new);
		var current = Thread.currentThread();
		var own = current.getContextClassLoader();
		try (var process = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
			current.setContextClassLoader(process);
			var start = process.loadClass(HostApplication.class.getName()).getDeclaredMethod("loadRegistries");
			start.setAccessible(true);
			start.invoke(null);
			current.setContextClassLoader(ClassLoader.getPlatformClassLoader());
			assertThat(partsOfRegistry(process)).isNotEmpty();
		}
		finally {
			current.setContextClassLoader(own);
		}
	}

	private static Collection<?> partsOfRegistry(ClassLoader process) throws ReflectiveOperationException {
		var type = process.loadClass(ContextRegistry.class.getName());
		var registry = type.getMethod("getInstance").invoke(null);
		return (Collection<?>) type.getMethod("getThreadLocalAccessors").invoke(registry);
	}

}
