package org.parley.host;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one service. The libraries of all services lie on the class path
 * of the JVM, where they are loaded once and can be in an AOT cache; of these the service
 * sees those of its own jar only, so that no other service's library configures anything
 * in it.
 */
final class ServiceClassLoader extends URLClassLoader {

	/**
	 * Spring Boot looks for these in all libraries, and asks each for its kind of
	 * application by classes that it must see.
	 */
	private static final String DEDUCER = "WebApplicationTypeDeducer";

	static {
		registerAsParallelCapable();
	}

	private final ClassLoader shared;

	private final Set<String> libraries;

	private final Map<String, Boolean> visible = new ConcurrentHashMap<>();

	/**
	 * Creates a loader.
	 * @param classes the jar or folder of the service's own classes
	 * @param libraries the file names of the service's libraries
	 * @param shared loads the libraries of all services
	 */
	ServiceClassLoader(String name, Path classes, Set<String> libraries, ClassLoader shared) {
		super(name, new URL[] { url(classes) }, shared);
		this.shared = shared;
		this.libraries = Set.copyOf(libraries);
	}

	static URL url(Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/** Returns the name of the service in whose context a thread runs. */
	static @Nullable String serviceOf(Thread thread) {
		for (var loader = thread.getContextClassLoader(); loader != null; loader = loader.getParent()) {
			if (loader instanceof ServiceClassLoader) {
				return loader.getName();
			}
		}
		return null;
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		synchronized (getClassLoadingLock(name)) {
			var loaded = findLoadedClass(name);
			if (loaded == null) {
				loaded = findShared(name);
			}
			return (loaded != null) ? loaded : findClass(name);
		}
	}

	private @Nullable Class<?> findShared(String name) {
		try {
			var found = this.shared.loadClass(name);
			return isVisible(found) ? found : null;
		}
		catch (ClassNotFoundException ex) {
			return null;
		}
	}

	private boolean isVisible(Class<?> type) {
		if (type == ServiceLoggingSystem.class) {
			return true;
		}
		var source = type.getProtectionDomain().getCodeSource();
		if (!this.shared.equals(type.getClassLoader()) || source == null || type.getName().endsWith(DEDUCER)) {
			return true;
		}
		return isVisible(source.getLocation());
	}

	private boolean isVisible(URL location) {
		return this.visible.computeIfAbsent(jar(location), this.libraries::contains);
	}

	/** Returns the file name of a jar, or of the jar of a resource. */
	private static String jar(URL location) {
		var path = location.getPath();
		var end = path.indexOf("!/");
		var file = (end < 0) ? path : path.substring(0, end);
		return file.substring(file.lastIndexOf('/') + 1);
	}

	@Override
	public @Nullable URL getResource(String name) {
		var first = this.shared.getResource(name);
		if (first == null || isVisibleResource(first)) {
			return (first != null) ? first : findResource(name);
		}
		try {
			var all = getResources(name);
			return all.hasMoreElements() ? all.nextElement() : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	@Override
	public Enumeration<URL> getResources(String name) throws IOException {
		var found = new ArrayList<URL>();
		this.shared.getResources(name).asIterator().forEachRemaining((url) -> {
			if (isVisibleResource(url)) {
				found.add(url);
			}
		});
		findResources(name).asIterator().forEachRemaining(found::add);
		return Collections.enumeration(found);
	}

	private boolean isVisibleResource(URL url) {
		return switch (url.getProtocol()) {
			case "jrt" -> true;
			case "jar" -> isVisible(url);
			default -> false;
		};
	}

	@Override
	public String toString() {
		return Objects.requireNonNull(getName());
	}

}
