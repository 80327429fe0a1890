package org.parley.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Takes executable jars apart: the libraries of all services into {@code lib}, and for
 * each a jar with its own classes, whose manifest names its libraries. A program without
 * Spring Boot shares no library: its own lie in a folder beside its jar.
 *
 * @param folder where the parts are
 */
public record ServiceLayout(Path folder) {

	private static final String CLASSES = "BOOT-INF/classes/";

	private static final String LIBRARIES = "BOOT-INF/lib/";

	private static final String BOOT = "spring-boot-[0-9].*";

	/** Takes jars apart: the folder and the jars. */
	public static void main(String[] args) {
		var layout = new ServiceLayout(Path.of(args[0]));
		Stream.of(args).skip(1).map(Path::of).forEach((jar) -> layout.add(jar, name(jar)));
	}

	private static String name(Path jar) {
		return jar.getFileName().toString().replaceFirst("-[0-9].*", "");
	}

	/**
	 * Takes a jar apart.
	 * @param jar an executable jar of Spring Boot
	 * @param name the name of its part
	 * @return the jar with its own classes
	 */
	public Path add(Path jar, String name) {
		try (var file = new JarFile(jar.toFile())) {
			var libraries = libraries(file);
			var own = this.folder.resolve(name + ".jar");
			var place = this.folder.resolve(isIsolated(libraries) ? name : "lib");
			Files.createDirectories(place);
			for (var library : libraries) {
				copy(file, library, place.resolve(libraryName(library)));
			}
			write(file, own,
					libraries.stream()
						.map((library) -> place.getFileName() + "/" + libraryName(library))
						.collect(Collectors.joining(" ")));
			return own;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isIn(String entry, String folder) {
		return entry.startsWith(folder) && entry.length() > folder.length();
	}

	/** Whether a jar is a program without Spring, with libraries of its own. */
	public static boolean isIsolated(Path jar) {
		try (var file = new JarFile(jar.toFile())) {
			return isIsolated(libraries(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isIsolated(List<JarEntry> libraries) {
		return libraries.stream().noneMatch((library) -> libraryName(library).matches(BOOT));
	}

	/** A file that is the same stays: the time of a change would outdate an AOT cache. */
	private static void copy(JarFile from, JarEntry entry, Path to) throws IOException {
		if (!isSame(entry, to)) {
			try (var content = from.getInputStream(entry)) {
				Files.copy(content, to, StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	private static boolean isSame(JarEntry entry, Path file) throws IOException {
		if (!Files.exists(file) || Files.size(file) != entry.getSize()) {
			return false;
		}
		var sum = new CRC32();
		sum.update(Files.readAllBytes(file));
		return sum.getValue() == entry.getCrc();
	}

	/**
	 * Checks whether the shared libraries are those of a jar, so that a running process
	 * can load it.
	 */
	public boolean isCurrent(Path jar) {
		try (var file = new JarFile(jar.toFile())) {
			for (var library : libraries(file)) {
				if (!isSame(library, this.folder.resolve("lib").resolve(libraryName(library)))) {
					return false;
				}
			}
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<JarEntry> libraries(JarFile jar) {
		return jar.stream().filter((entry) -> isIn(entry.getName(), LIBRARIES)).toList();
	}

	private static String libraryName(JarEntry library) {
		return library.getName().substring(LIBRARIES.length());
	}

	private static void write(JarFile from, Path to, String libraries) throws IOException {
		var manifest = new Manifest();
		var attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.put(Attributes.Name.MAIN_CLASS, from.getManifest().getMainAttributes().getValue("Start-Class"));
		attributes.put(Attributes.Name.CLASS_PATH, libraries);
		try (var jar = new JarOutputStream(Files.newOutputStream(to), manifest)) {
			for (var entry : from.stream().filter((entry) -> isIn(entry.getName(), CLASSES)).toList()) {
				jar.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
				try (var content = from.getInputStream(entry)) {
					content.transferTo(jar);
				}
			}
		}
	}

	/** Returns the class path of the process: this module and the shared libraries. */
	public String classPath(Path host) {
		return Stream.concat(Stream.of(host), sharedLibraries().stream())
			.map(Path::toString)
			.collect(Collectors.joining(":"));
	}

	private List<Path> sharedLibraries() {
		try (var files = Files.list(this.folder.resolve("lib"))) {
			return files.filter((file) -> file.toString().endsWith(".jar")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads what the manifest of a service's jar says. */
	static Part read(Path jar) throws IOException {
		try (var file = new JarFile(jar.toFile())) {
			var attributes = file.getManifest().getMainAttributes();
			var libraries = attributes.getValue(Attributes.Name.CLASS_PATH).split(" ", -1);
			var paths = Stream.of(libraries).map(jar::resolveSibling).toList();
			return new Part(attributes.getValue(Attributes.Name.MAIN_CLASS), new ArrayList<>(paths));
		}
	}

	/**
	 * A service's jar.
	 *
	 * @param main its main class
	 */
	record Part(String main, List<Path> libraries) {

		boolean isIsolated() {
			return this.libraries.stream().noneMatch((library) -> library.getFileName().toString().matches(BOOT));
		}

		Set<String> libraryNames() {
			return this.libraries.stream()
				.map((library) -> library.getFileName().toString())
				.collect(Collectors.toCollection(LinkedHashSet::new));
		}

	}

}
