package org.parley.media.decoder.child;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Makes the variants of a picture and writes them as the answer of this process. */
final class PictureVariants {

	private static final int[] WIDTHS = { 1600, 640, 160, 96 };

	private static final int POSTER = 640;

	private static final int TINY = 32;

	/** Files of WebP cannot be higher. */
	private static final int HEIGHT_OF_WEBP = 16_383;

	/** Files of JPEG that libvips writes cannot be higher. */
	private static final int HEIGHT_OF_JPEG = 65_500;

	/** {@code VIPS_INTERPRETATION_CMYK}. */
	private static final int CMYK = 15;

	/** Damaged pictures are refused; warnings are not. */
	private static final String ENDED = "fail-on=error";

	/** The end of the file is lost; what is left is shown, as browsers do. */
	private static final String UNENDED = "fail-on=none";

	private final Libvips vips;

	private final Arena arena;

	private final MemorySegment file;

	private final MemorySegment profile;

	private final boolean isAnimated;

	private final String strictness;

	private final List<EncodedVariant> variants = new ArrayList<>();

	PictureVariants(Libvips vips, Arena arena, MemorySegment file, MemorySegment profile, boolean isAnimated,
			boolean isEnded) {
		this.vips = vips;
		this.arena = arena;
		this.file = file;
		this.profile = profile;
		this.isAnimated = isAnimated;
		this.strictness = isEnded ? ENDED : UNENDED;
	}

	/** Makes all variants, then writes them. */
	void write(DataOutputStream out) throws Throwable {
		var header = this.vips.open(this.arena, this.file, "");
		var turned = this.vips.number("vips_image_get_orientation_swap", header) != 0;
		var width = this.vips.number("vips_image_get_width", header);
		var height = this.vips.number("vips_image_get_page_height", header);
		var still = this.isAnimated ? makeAnimated() : makeStill();
		var blurhash = blurhash(still);
		out.writeByte(DecoderMain.DONE);
		out.writeInt(turned ? height : width);
		out.writeInt(turned ? width : height);
		out.writeUTF(blurhash);
		out.writeInt(this.variants.size());
		for (var variant : this.variants) {
			variant.write(out);
		}
	}

	/** Each width is scaled from the one before; returns the smallest. */
	private MemorySegment makeStill() throws Throwable {
		var image = firstFrame(WIDTHS[0]);
		for (var width : WIDTHS) {
			if (this.vips.number("vips_image_get_width", image) > width) {
				image = this.vips.thumbnailOfImage(this.arena, image, width, HEIGHT_OF_JPEG);
			}
			add(String.valueOf(width), image, suffix(image));
		}
		return image;
	}

	/**
	 * Returns the poster, which does not move. The frames of a GIF are decoded while they
	 * are written, so their number costs time and no memory; those of a WebP are decoded
	 * together.
	 */
	private MemorySegment makeAnimated() throws Throwable {
		for (var width : WIDTHS) {
			try (var frames = Arena.ofConfined()) {
				var image = this.vips.framesOfFile(frames, this.file, width, HEIGHT_OF_WEBP,
						"[n=-1," + this.strictness + "]");
				add(String.valueOf(width), image, ".webp[Q=75,effort=0,keep=none]");
			}
		}
		var poster = firstFrame(POSTER);
		add("poster", poster, suffix(poster));
		return poster;
	}

	/**
	 * Colors of ink are converted while the frame is decoded. The frame may keep a
	 * profile that libvips has added and freed, so nothing may read it.
	 */
	private MemorySegment firstFrame(int width) throws Throwable {
		var header = this.vips.open(this.arena, this.file, "");
		var isInk = this.vips.number("vips_image_get_interpretation", header) == CMYK;
		var height = isTransparent(header) ? HEIGHT_OF_WEBP : HEIGHT_OF_JPEG;
		var frame = this.vips.thumbnailOfFile(this.arena, this.file, width, height, "[" + this.strictness + "]");
		if (this.profile.byteSize() > 0) {
			this.vips.embed(this.arena, frame, this.profile);
		}
		return isInk ? frame : this.vips.toSrgb(this.arena, frame);
	}

	/** A variant of the same size as the one before is the same file. */
	private void add(String name, MemorySegment image, String suffix) throws Throwable {
		var width = this.vips.number("vips_image_get_width", image);
		var height = this.vips.number("vips_image_get_page_height", image);
		var contentType = suffix.startsWith(".jpg") ? "image/jpeg" : "image/webp";
		var last = this.variants.isEmpty() ? null : this.variants.getLast();
		var content = (last != null && last.hasSize(width, height) && !name.equals("poster")) ? last.content()
				: this.vips.encode(this.arena, image, suffix);
		this.variants.add(new EncodedVariant(name, width, height, contentType, content));
	}

	private String suffix(MemorySegment image) throws Throwable {
		return isTransparent(image) ? ".webp[Q=80,effort=2,keep=none]" : ".jpg[Q=82,keep=none]";
	}

	private boolean isTransparent(MemorySegment image) throws Throwable {
		return this.vips.number("vips_image_hasalpha", image) != 0;
	}

	private String blurhash(MemorySegment image) throws Throwable {
		var tiny = this.vips.thumbnailOfImage(this.arena, image, TINY, HEIGHT_OF_JPEG);
		var width = this.vips.number("vips_image_get_width", tiny);
		var height = this.vips.number("vips_image_get_height", tiny);
		return BlurHash.encode(this.vips.pixels(this.arena, tiny), width, height,
				this.vips.number("vips_image_get_bands", tiny));
	}

	/** A variant as the answer contains it. */
	static final class EncodedVariant {

		private final String name;

		private final int width;

		private final int height;

		private final String contentType;

		private final byte[] content;

		EncodedVariant(String name, int width, int height, String contentType, byte[] content) {
			this.name = name;
			this.width = width;
			this.height = height;
			this.contentType = contentType;
			this.content = content;
		}

		boolean hasSize(int otherWidth, int otherHeight) {
			return this.width == otherWidth && this.height == otherHeight;
		}

		byte[] content() {
			return this.content;
		}

		void write(DataOutputStream out) throws IOException {
			out.writeUTF(this.name);
			out.writeInt(this.width);
			out.writeInt(this.height);
			out.writeUTF(this.contentType);
			out.writeInt(this.content.length);
			out.write(this.content);
		}

	}

}
