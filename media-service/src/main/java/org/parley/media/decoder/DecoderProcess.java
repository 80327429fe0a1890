package org.parley.media.decoder;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.parley.media.decoder.DecoderProgram.DecoderUnavailableException;
import org.parley.media.decoder.child.DecoderMain;
import org.parley.media.picture.PictureFile;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * A decoding process. Its answers are checked, because a hostile picture might control
 * it.
 */
final class DecoderProcess implements AutoCloseable {

	private static final Set<String> NAMES = Set.of("96", "160", "640", "1600", "poster");

	private static final Set<String> CONTENT_TYPES = Set.of("image/jpeg", "image/webp");

	private static final int MAX_SIZE = 64 * 1024 * 1024;

	private static final int MAX_SIDE = 200_000;

	private final Process process;

	private final DataInputStream in;

	private final DataOutputStream out;

	private int pictures;

	private boolean isReady = true;

	private DecoderProcess(Process process) {
		this.process = process;
		this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
		this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
	}

	/**
	 * Starts a process and waits until it is ready.
	 * @throws DecoderUnavailableException if it does not become ready
	 */
	static DecoderProcess start(DecoderProgram program) {
		try {
			var started = new DecoderProcess(program.start());
			if (started.in.read() != DecoderMain.READY) {
				started.close();
				throw new IOException("Is parley.media.decoder.library the path of libvips?");
			}
			return started;
		}
		catch (IOException ex) {
			throw new DecoderUnavailableException("The decoder does not start", ex);
		}
	}

	/**
	 * Decodes a picture.
	 * @throws MediaRefusedException if it cannot be decoded
	 * @throws DecoderEndedException if the process has ended; it is of no more use
	 */
	DecodedPicture decode(PictureFile picture) throws DecoderEndedException {
		this.pictures++;
		this.isReady = false;
		var profile = picture.profile();
		try {
			this.out.writeInt(picture.content().length);
			this.out.writeBoolean(picture.isAnimated());
			this.out.writeBoolean(picture.isEnded());
			this.out.write(picture.content());
			this.out.writeInt(profile.length);
			this.out.write(profile);
			this.out.flush();
			var answer = answer();
			this.isReady = true;
			return answer.orElseThrow(() -> new MediaRefusedException(
					picture.isEnded() ? MediaRefusal.UNDECODABLE : MediaRefusal.TRUNCATED));
		}
		catch (IOException ex) {
			throw new DecoderEndedException(String.valueOf(ex.getMessage()));
		}
	}

	/** Empty if the process refuses the picture. */
	private Optional<DecodedPicture> answer() throws IOException, DecoderEndedException {
		return switch (this.in.readByte()) {
			case DecoderMain.DONE -> Optional.of(picture());
			case DecoderMain.REFUSED -> Optional.empty();
			default -> throw new DecoderEndedException("The answer is malformed");
		};
	}

	private DecodedPicture picture() throws IOException, DecoderEndedException {
		var width = side();
		var height = side();
		var blurhash = this.in.readUTF();
		require(blurhash.length() <= 100);
		return new DecodedPicture(width, height, blurhash, variants());
	}

	private List<DecodedVariant> variants() throws IOException, DecoderEndedException {
		var count = this.in.readInt();
		require(count > 0 && count <= NAMES.size());
		var variants = new ArrayList<DecodedVariant>();
		long total = 0;
		for (int i = 0; i < count; i++) {
			var variant = variant();
			total += variant.content().length;
			require(total <= MAX_SIZE);
			variants.add(variant);
		}
		return variants;
	}

	private DecodedVariant variant() throws IOException, DecoderEndedException {
		var name = this.in.readUTF();
		var width = side();
		var height = side();
		var contentType = this.in.readUTF();
		var length = this.in.readInt();
		require(NAMES.contains(name) && CONTENT_TYPES.contains(contentType) && length > 0 && length <= MAX_SIZE);
		var content = this.in.readNBytes(length);
		require(content.length == length);
		return new DecodedVariant(name, width, height, contentType, content);
	}

	private int side() throws IOException, DecoderEndedException {
		var pixels = this.in.readInt();
		require(pixels > 0 && pixels <= MAX_SIDE);
		return pixels;
	}

	private static void require(boolean condition) throws DecoderEndedException {
		if (!condition) {
			throw new DecoderEndedException("The answer is malformed");
		}
	}

	/**
	 * Whether it has answered all that was written. Another one would take the next
	 * picture for the rest of the last.
	 */
	boolean isReady() {
		return this.isReady;
	}

	/** The number of pictures that it has decoded. */
	int pictures() {
		return this.pictures;
	}

	/** Ends the process, also while it decodes. */
	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	/** The process ended, or sent something else than an answer, while it decoded. */
	static final class DecoderEndedException extends Exception {

		DecoderEndedException(String message) {
			super(message);
		}

	}

}
