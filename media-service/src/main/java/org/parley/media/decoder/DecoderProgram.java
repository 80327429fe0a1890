package org.parley.media.decoder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.parley.media.decoder.child.DecoderMain;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The program of the decoding processes: the classes of one package, copied to a
 * temporary folder, because nothing else of this service shall be in such a process.
 */
final class DecoderProgram {

	/** The heap is small, because pictures are outside of it. */
	private static final List<String> FLAGS = List.of("-Xms16m", "-Xmx64m", "-Xss512k", "-XX:+UseSerialGC",
			"-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=16m", "-XX:-UsePerfData",
			"-XX:+DisableAttachMechanism", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

	private final Path folder;

	private final DecoderSettings settings;

	private DecoderProgram(Path folder, DecoderSettings settings) {
		this.folder = folder;
		this.settings = settings;
	}

	static DecoderProgram extract(DecoderSettings settings) {
		try {
			var folder = Files.createTempDirectory("parley-decoder");
			var place = DecoderMain.class.getPackageName().replace('.', '/');
			var classes = Files.createDirectories(folder.resolve(place));
			var found = new PathMatchingResourcePatternResolver(DecoderMain.class.getClassLoader())
				.getResources("classpath:" + place + "/*.class");
			for (var resource : found) {
				try (var content = resource.getInputStream()) {
					Files.copy(content, classes.resolve(Objects.requireNonNull(resource.getFilename())));
				}
			}
			return new DecoderProgram(folder, settings);
		}
		catch (IOException ex) {
			throw new DecoderUnavailableException("The decoder cannot be copied", ex);
		}
	}

	/** Starts a process, which inherits no environment and so no secret. */
	Process start() throws IOException {
		var command = new ArrayList<String>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(FLAGS);
		command.addAll(List.of("-cp", this.folder.toString(), DecoderMain.class.getName(), this.settings.library(),
				String.valueOf(this.settings.memory().toBytes())));
		var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD)
			.directory(this.folder.toFile());
		builder.environment().clear();
		builder.environment().put("MALLOC_ARENA_MAX", "2");
		// The frames of a WebP are decoded together; beyond 100 MB they would need a
		// file.
		builder.environment().put("VIPS_DISC_THRESHOLD", this.settings.memory().toMegabytes() + "m");
		return builder.start();
	}

	/** No decoding process can be started, which says nothing about a picture. */
	static final class DecoderUnavailableException extends UncheckedIOException {

		DecoderUnavailableException(String message, IOException cause) {
			super(message, cause);
		}

	}

}
