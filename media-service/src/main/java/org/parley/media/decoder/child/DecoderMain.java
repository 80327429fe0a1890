package org.parley.media.decoder.child;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Reads pictures from its input and writes their variants to its output, until the input
 * ends. A picture is its length, whether it is animated, whether it has its end mark, and
 * its bytes, then the length and the bytes of a colour profile, which is often empty.
 */
public final class DecoderMain {

	/** The first byte of the output, when the decoder is ready. */
	public static final int READY = 'R';

	/** The first byte of an answer with variants. */
	public static final int DONE = 'D';

	/** The whole answer for a file that cannot be decoded. */
	public static final int REFUSED = 'F';

	private static final int CHUNK = 64 * 1024;

	/** What libvips, libheif and libjpeg say when they get no more memory. */
	private static final Pattern MEMORY = Pattern.compile("(?:out of|insufficient) memory|memory allocation",
			Pattern.CASE_INSENSITIVE);

	private DecoderMain() {
	}

	/**
	 * Runs the decoder.
	 * @param args the path of libvips, and the limit of the memory in bytes
	 */
	public static void main(String[] args) throws Throwable {
		var vips = Libvips.load(Path.of(args[0]));
		ResourceLimits.apply(Long.parseLong(args[1]));
		try (var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
				var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
			out.writeByte(READY);
			out.flush();
			while (answer(vips, in, out)) {
				out.flush();
			}
		}
	}

	private static boolean answer(Libvips vips, DataInputStream in, DataOutputStream out) throws Throwable {
		try (var arena = Arena.ofConfined()) {
			var length = in.readInt();
			var isAnimated = in.readBoolean();
			var isEnded = in.readBoolean();
			var file = arena.allocate(length);
			read(in, file);
			var profile = arena.allocate(in.readInt());
			read(in, profile);
			answer(vips, new PictureVariants(vips, arena, file, profile, isAnimated, isEnded), out);
			return true;
		}
		catch (EOFException ex) {
			return false;
		}
	}

	/** A picture that needs more memory than there is ends this process. */
	private static void answer(Libvips vips, PictureVariants variants, DataOutputStream out) throws Throwable {
		var _ = vips.takeErrors();
		try {
			variants.write(out);
		}
		catch (UndecodableException ex) {
			if (MEMORY.matcher(vips.takeErrors()).find()) {
				throw ex;
			}
			out.writeByte(REFUSED);
		}
	}

	private static void read(DataInputStream in, MemorySegment file) throws IOException {
		var chunk = new byte[CHUNK];
		for (long done = 0; done < file.byteSize();) {
			var length = (int) Math.min(CHUNK, file.byteSize() - done);
			in.readFully(chunk, 0, length);
			MemorySegment.copy(MemorySegment.ofArray(chunk), 0, file, done, length);
			done += length;
		}
	}

	/**
	 * Limits this process by the operating system: its memory, and that it writes no
	 * files. A process that exceeds its memory ends.
	 *
	 * @see <a href=
	 * "https://man7.org/linux/man-pages/man2/setrlimit.2.html">setrlimit(2)</a>
	 */
	@SuppressWarnings("restricted")
	static final class ResourceLimits {

		private static final int FILE_SIZE = 1;

		private static final int DATA = 2;

		private static final int CORE = 4;

		private ResourceLimits() {
		}

		/**
		 * Sets the limits for the rest of the process's life.
		 * @param memory the private memory in bytes
		 */
		static void apply(long memory) throws Throwable {
			endBeforeOthers();
			set(DATA, memory);
			set(FILE_SIZE, 0);
			set(CORE, 0);
		}

		/** If memory runs out, Linux ends this process before the service. */
		private static void endBeforeOthers() {
			try {
				Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000", StandardOpenOption.WRITE);
			}
			catch (IOException ex) {
				// another operating system
			}
		}

		private static void set(int resource, long limit) throws Throwable {
			var linker = Linker.nativeLinker();
			var function = linker.downcallHandle(linker.defaultLookup().findOrThrow("setrlimit"),
					FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
			try (var arena = Arena.ofConfined()) {
				var limits = arena.allocateFrom(ValueLayout.JAVA_LONG, limit, limit);
				if ((int) function.invokeExact(resource, limits) != 0) {
					throw new IllegalStateException("The limit " + resource + " cannot be set");
				}
			}
		}

	}

}
