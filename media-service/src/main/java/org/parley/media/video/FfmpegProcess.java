package org.parley.media.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * Runs ffmpeg with limits of the operating system and without the environment of this
 * service, and so without secrets. It yields to other processes, because nobody waits for
 * a video.
 *
 * @see <a href="https://ffmpeg.org/ffmpeg.html">ffmpeg</a>
 */
final class FfmpegProcess {

	/**
	 * The limits are those of memory, processor time, sizes of files, and no core. If
	 * memory runs out, Linux ends it before the service, whose work would begin anew.
	 */
	private static final String LIMITED = """
			ulimit -d "$1" && ulimit -t "$2" && ulimit -f "$3" && ulimit -c 0 || exit 126
			shift 3
			{ echo 1000 > /proc/self/oom_score_adj; } 2> /dev/null
			exec nice -n 10 "$@"
			""";

	/** 64 MiB in the blocks of POSIX. */
	private static final String MAX_BLOCKS = "131072";

	/** The negative number of the error, in a byte. */
	private static final int NO_SPACE = 256 - 28;

	private static final int MAX_LOG = 64 * 1024;

	/**
	 * A program that is linked statically crashes in the converters of characters that it
	 * finds, such as for the name of a television station.
	 */
	private static final Map<String, String> ENVIRONMENT = Map.of("GCONV_PATH", "/nonexistent");

	private final VideoSettings settings;

	private final Set<Process> running = ConcurrentHashMap.newKeySet();

	FfmpegProcess(VideoSettings settings) {
		this.settings = settings;
	}

	/**
	 * Runs ffmpeg until it has ended.
	 * @param folder the working directory
	 * @throws MediaRefusedException if it fails or exceeds its limits
	 * @throws UncheckedIOException if it cannot be started, or the disk is full
	 */
	void run(Path folder, List<String> arguments) {
		waitFor(start(folder, "quiet", arguments, Redirect.DISCARD));
	}

	/**
	 * Runs ffmpeg until it has ended.
	 * @param folder the working directory
	 * @return the beginning of its log
	 * @throws MediaRefusedException if it fails or exceeds its limits
	 * @throws UncheckedIOException if it cannot be started, or the disk is full
	 */
	String describe(Path folder, List<String> arguments) {
		var log = folder.resolve("log");
		waitFor(start(folder, "info", arguments, Redirect.to(log.toFile())));
		try (var content = Files.newInputStream(log)) {
			return new String(content.readNBytes(MAX_LOG), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ends what runs, since its worker stops: its failure says nothing about the file.
	 */
	void stop() {
		this.running.forEach((process) -> {
			this.running.remove(process);
			process.destroyForcibly();
		});
	}

	private void waitFor(Process process) {
		this.running.add(process);
		var isStopped = false;
		try {
			if (!process.waitFor(this.settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
				throw new MediaRefusedException(MediaRefusal.TOO_COMPLEX);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The worker stops", ex);
		}
		finally {
			process.destroyForcibly().onExit().join();
			isStopped = !this.running.remove(process);
		}
		if (isStopped) {
			throw new UncheckedIOException(new IOException("The worker stops"));
		}
		requireSuccess(process.exitValue());
	}

	private Process start(Path folder, String logLevel, List<String> arguments, Redirect log) {
		var command = new ArrayList<>(
				List.of("/bin/sh", "-c", LIMITED, "sh", String.valueOf(this.settings.memory().toKilobytes()),
						String.valueOf(this.settings.timeout().toSeconds()), MAX_BLOCKS, this.settings.program(),
						"-nostdin", "-hide_banner", "-loglevel", logLevel));
		command.addAll(arguments);
		var builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectOutput(Redirect.DISCARD)
			.redirectError(log);
		builder.environment().clear();
		builder.environment().putAll(ENVIRONMENT);
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void requireSuccess(int status) {
		switch (status) {
			case 0 -> {
				// done
			}
			case 126, 127 -> throw new UncheckedIOException(
					new IOException("ffmpeg cannot be started; is parley.media.video.program its path?"));
			case NO_SPACE -> throw new UncheckedIOException(new IOException("There is no space for temporary files"));
			// Killed, or ended by a signal that ffmpeg catches.
			case 137, 255 -> throw new MediaRefusedException(MediaRefusal.TOO_COMPLEX);
			default -> throw VideoStructures.damaged();
		}
	}

}
