package org.parley.media.decoder.child;

import java.io.DataOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Makes the variants of a picture and writes them as the answer of this process. */
final class PictureVariants {

	private static final int[] WIDTHS = { 1600, 640, 160 };

	private static final int POSTER = 640;

	private static final int TINY = 32;

	/** Damaged pictures are refused; warnings are not. */
	private static final String FIRST_FRAME = "[fail-on=error]";

	private static final String ALL_FRAMES = "[n=-1,fail-on=error]";

	private final Libvips vips;

	private final Arena arena;

	private final MemorySegment file;

	private final boolean isAnimated;

	private final List<EncodedVariant> variants = new ArrayList<>();

	PictureVariants(Libvips vips, Arena arena, MemorySegment file, boolean isAnimated) {
		this.vips = vips;
		this.arena = arena;
		this.file = file;
		this.isAnimated = isAnimated;
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
		var image = this.vips.toSrgb(this.arena,
				this.vips.thumbnailOfFile(this.arena, this.file, WIDTHS[0], FIRST_FRAME));
		for (var width : WIDTHS) {
			if (this.vips.number("vips_image_get_width", image) > width) {
				image = this.vips.thumbnailOfImage(this.arena, image, width);
			}
			add(String.valueOf(width), image, suffix(image));
		}
		return image;
	}

	/** Returns the poster, which does not move. */
	private MemorySegment makeAnimated() throws Throwable {
		for (var width : WIDTHS) {
			var image = this.vips.thumbnailOfFile(this.arena, this.file, width, ALL_FRAMES);
			add(String.valueOf(width), image, ".webp[Q=75,effort=0,keep=none]");
		}
		var poster = this.vips.thumbnailOfFile(this.arena, this.file, POSTER, FIRST_FRAME);
		add("poster", poster, suffix(poster));
		return poster;
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
		return (this.vips.number("vips_image_hasalpha", image) != 0) ? ".webp[Q=80,effort=2,keep=none]"
				: ".jpg[Q=82,keep=none]";
	}

	private String blurhash(MemorySegment image) throws Throwable {
		var tiny = this.vips.thumbnailOfImage(this.arena, image, TINY);
		var width = this.vips.number("vips_image_get_width", tiny);
		var height = this.vips.number("vips_image_get_height", tiny);
		return BlurHash.encode(this.vips.pixels(this.arena, tiny), width, height,
				this.vips.number("vips_image_get_bands", tiny));
	}

}
