package org.parley.build;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads the plugins of javac for all compilations of one Maven, so that the classes of Error Prone are loaded and
 * compiled once and not once per module. {@code ./parley} makes it known to the compiler; a compiler that does not know
 * it uses a loader of its own. See docs/rationale/build-and-tests.md.
 */
public final class SharedPluginLoader extends ClassLoader {

	private static final Map<List<String>, ClassLoader> LOADERS = new ConcurrentHashMap<>();

	/** Called by javac, as named by its option {@code -XDprocloader}. */
	public SharedPluginLoader(URL[] path, ClassLoader compiler) {
		super(LOADERS.computeIfAbsent(Arrays.stream(path).map(URL::toString).toList(),
				locations -> new URLClassLoader(path, compiler)));
	}

}
